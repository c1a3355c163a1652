import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJsonLine } from "../../src/conversation/json-line.ts";
import { writeJsonLine } from "../../src/conversation/write-json-line.ts";
import { JsonScanner } from "../../src/replay/corpus/json-scanner.ts";
import { scanConversation } from "../../src/replay/corpus/scan-conversation.ts";
import { conversation } from "../support/conversations.ts";
import { anyString } from "../support/texts.ts";

/*
 * A line of a corpus is scanned where it is of the usual form, and else judged by
 * the schema. Both read the same, whoever wrote the line.
 */

const word = fc.string({ maxLength: 20 });
const text = fc.oneof(word, anyString);

/** What is scanned, as a document. */
const usual = fc.record(
	{
		id: fc.string({ minLength: 1, maxLength: 20 }),
		model: fc.constantFrom("vst-2752", "cr200"),
		steps: fc.array(
			fc.record(
				{
					sms: text,
					from: text,
					replies: fc.array(fc.constantFrom("USRS:OK", "Zoë", "{", "ŁÓDŹ")),
				},
				{ requiredKeys: ["sms"] },
			),
			{ maxLength: 3 },
		),
	},
	{ requiredKeys: ["id", "steps"] },
);

/** What has some of the form only: members missing, unknown, or of another kind. */
const unusual = fc.record(
	{
		id: fc.oneof(word, fc.constant(1)),
		model: fc.constantFrom("vst-2752", "nobody", null),
		seed: fc.nat(9),
		steps: fc.oneof(
			fc.constant("x"),
			fc.array(
				fc.record(
					{
						sms: fc.oneof(text, fc.constant(null)),
						from: fc.oneof(word, fc.constant([])),
						at: fc.constant("2026-11-20T10:00:00Z"),
						replies: fc.oneof(
							word,
							fc.array(fc.oneof(word, fc.constant({ to: "1", text: "x" }))),
						),
					},
					{ requiredKeys: [] },
				),
				{ maxLength: 3 },
			),
		),
	},
	{ requiredKeys: [] },
);

const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });
const usualLine = fc.tuple(usual, choices).map(written);

/** A line with one fault in one place. */
const damaged = fc
	.tuple(
		usualLine,
		fc.nat(),
		fc.nat(3),
		fc.constantFrom(
			...["", '"', ",", "]", "}", "{", "[", ":", "\\", "\\u12", "\\x"],
			...["\r", " ", "\t", "\u0000", "\u00a0", "x", "1", "null", '"id":"b",'],
		),
	)
	.map(([line, place, cut, patch]) => {
		const at = place % (line.length + 1);
		return line.slice(0, at) + patch + line.slice(at + cut);
	});

describe("a line is scanned as the schema reads it, or not at all", () => {
	test.each([
		["of the usual form", usualLine],
		["of about that form", fc.tuple(unusual, choices).map(written)],
		["with a fault", damaged],
		["of any form", conversation.map(writeJsonLine)],
	])("%s", (_, line) => {
		fc.assert(
			fc.property(
				fc.array(line, { minLength: 1, maxLength: 3 }),
				fc.constantFrom("\n", "\r\n"),
				fc.boolean(),
				(lines, end, isEnded) => {
					const text = lines.join(end) + (isEnded ? end : "");
					const json = new JsonScanner(text);
					let from = 0;
					for (const each of lines) {
						json.at = from;
						const scanned = scanConversation(json);
						from += each.length + end.length;
						if (scanned === null) continue;
						expect(readJsonLine(each)).toEqual({
							conversation: scanned,
							fault: null,
						});
						expect(text.slice(json.at)).toBe(text.slice(from));
					}
				},
			),
			{ numRuns: 1000 },
		);
	});
});

test("every line of the usual form is scanned, however it is written", () => {
	fc.assert(
		fc.property(usualLine, (line) => {
			const scanned = scanConversation(new JsonScanner(line));
			expect(scanned).not.toBeNull();
		}),
		{ numRuns: 1000 },
	);
});

test("a member that stands twice is refused, wherever it stands", () => {
	fc.assert(
		fc.property(usual, fc.nat(), (document, which) => {
			const line = JSON.stringify(document);
			const keys = [...line.matchAll(/[{,]("(?:id|model|steps|sms|from)":)/g)];
			const key = keys[which % keys.length];
			if (key === undefined) return;
			const { 1: again = "", index } = key;
			const value = again === '"steps":' ? "[]" : '"x"';
			const at = index + 1;
			const twice = `${line.slice(0, at)}${again}${value},${line.slice(at)}`;
			// What stands inside a text is no member.
			fc.pre(isSame(twice, line));
			expect(scanConversation(new JsonScanner(twice))).toBeNull();
			expect(readJsonLine(twice).fault?.diagnostic.code).toBe("corpus/key");
		}),
		{ numRuns: 1000 },
	);
});

test("a line as Python writes it", () => {
	const line =
		'{"steps": [{"replies": ["USRS:OK"], "sms": "Zo\\u00eb, \\"hi\\""}, {"sms": ""}], "id": "a"}\n';
	expect(scanConversation(new JsonScanner(line))).toEqual({
		id: "a",
		model: null,
		config: null,
		seed: null,
		source: null,
		tags: [],
		steps: [
			{
				type: "sms",
				text: 'Zoë, "hi"',
				from: null,
				replies: [{ to: null, pattern: "USRS:OK" }],
			},
			{ type: "sms", text: "", from: null, replies: null },
		],
	});
});

/**
 * A document as JSON. The numbers choose, one after the other and round and round,
 * where whitespace stands, which member comes first and what is escaped.
 */
function written([document, choices]: [unknown, readonly number[]]): string {
	let taken = 0;
	const oneOf = <T>(...all: [T, ...T[]]): T => {
		const choice = choices[taken++ % choices.length] ?? 0;
		return all[choice % all.length] ?? all[0];
	};
	const spaced = (token: string) => {
		const blanks = ["", "", " ", "\t", "  ", "\r"] as const;
		return oneOf(...blanks) + token + oneOf(...blanks);
	};
	const quoted = (value: string) => {
		const units = value.split("").map((unit) => {
			const digits = unit.charCodeAt(0).toString(16).padStart(4, "0");
			const plain = JSON.stringify(unit).slice(1, -1);
			return oneOf(plain, plain, plain, `\\u${digits}`);
		});
		return spaced(`"${units.join("")}"`);
	};
	const json = (value: unknown): string => {
		if (typeof value === "string") return quoted(value);
		if (Array.isArray(value)) return spaced(`[${value.map(json).join(",")}]`);
		if (typeof value !== "object" || value === null)
			return spaced(JSON.stringify(value));
		const members = Object.entries(value).map(
			([name, held]) => `${quoted(name)}:${json(held)}`,
		);
		const ordered = oneOf(members, members.toReversed());
		return spaced(`{${ordered.join(",")}}`);
	};
	return json(document);
}

/** Whether two texts of JSON are one document; false where one is none. */
function isSame(one: string, other: string): boolean {
	try {
		return JSON.stringify(JSON.parse(one)) === other;
	} catch {
		return false;
	}
}
