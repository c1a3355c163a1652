import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readQuirksText } from "../../src/cli/replay/quirks-file.ts";
import { readLanguageText } from "../../src/models/language-text.ts";
import { shardResult } from "../../src/replay/run/merge.ts";
import mine from "../support/my-panel.json" with { type: "json" };
import { replayedIn } from "../support/replayed.ts";

/*
 * Whatever is wrong with a file that somebody wrote or mended by hand, what is said of it
 * is in our words, and none of the library that reads it.
 */
const theirs =
	/invalid|unrecognized|received|expected \w|undefined|too (small|big)|must|NaN|\[object/i;

type Way = readonly (string | number)[];

/** The ways to every value of a document, the whole among them. */
function waysIn(value: unknown): readonly Way[] {
	const inside =
		typeof value === "object" && value !== null ? Object.entries(value) : [];
	return [
		[],
		...inside.flatMap(([key, child]) =>
			waysIn(child).map((way) => [
				Array.isArray(value) ? Number(key) : key,
				...way,
			]),
		),
	];
}

/** A document with another value at some place, or without it. */
function changed(document: unknown, way: Way, value: unknown): unknown {
	const [key, ...rest] = way;
	if (key === undefined) return value;
	const copy = structuredClone(document) as Record<string | number, unknown>;
	const inner = changed(copy[key], rest, value);
	if (inner === undefined) delete copy[key];
	else copy[key] = inner;
	return copy;
}

const values: readonly unknown[] = [
	...[undefined, null, true, 3, -1, 1.5, "", "x", "a".repeat(600)],
	...[[], ["x"], {}, { strange: 1 }],
];

/** Documents, and what is said of their text; "" for nothing. */
const readers: readonly (readonly [
	name: string,
	document: () => Promise<unknown>,
	said: (text: string) => string,
])[] = [
	[
		"another maker's language",
		async () => mine,
		(text) =>
			(readLanguageText(text).faults ?? []).map(({ rule }) => rule).join("\n"),
	],
	[
		"the result of a shard",
		async () => {
			const corpus = "id a\n> PROG 7982 ECHO:\n< NO\n> PROG 7982 MODE:X\n< X\n";
			const folder = mkdtempSync(join(tmpdir(), "results-"));
			const { document } = await replayedIn(folder, { "a.smst": corpus });
			return JSON.parse(document);
		},
		(text) => {
			const read = shardResult(text);
			return "wrong" in read ? read.wrong : "";
		},
	],
	[
		"quirks",
		async () => ({
			model: "vst-2752",
			quirks: [
				{
					...{ name: "ECHO", word: "ECHO", verdict: "done", why: null },
					...{ parameter: null, shape: "ECHO:", ours: ["ECHO:OK"], theirs: [] },
				},
			],
		}),
		(text) => {
			try {
				readQuirksText("q.json", text);
				return "";
			} catch (error) {
				return String(error);
			}
		},
	],
];

test.each(readers)(
	"faults of %s are told in plain words",
	async (_, whole, said) => {
		const document = await whole();
		expect(said(JSON.stringify(document))).toBe("");
		const texts = waysIn(document).flatMap((way) =>
			values.map(
				(value) => JSON.stringify(changed(document, way, value)) ?? "null",
			),
		);
		expect(texts.map(said).filter((words) => theirs.test(words))).toEqual([]);
	},
);
