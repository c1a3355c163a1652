import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
	countsText,
	repeatedIdLines,
} from "../../../src/replay/report/summary.ts";
import {
	noVerdicts,
	verdictsText,
} from "../../../src/replay/report/verdict-counts.ts";
import { mergedSummary, shardResult } from "../../../src/replay/run/merge.ts";
import type { ReplaySettings } from "../../../src/replay/run/replay.ts";
import { type Corpora, replayedIn, written } from "../../support/replayed.ts";

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "alarmpanel-replay-"));
});

afterEach(() => {
	rmSync(folder, { recursive: true });
});

const right = "> PROG 7982 ECHO:\n< ECHO:OK\n";
const wrong = "> PROG 7982 ECHO:\n< ECHO:ERROR\n";

describe("a corpus", () => {
	test("that holds is counted", async () => {
		const { summary, told } = await replayed({
			"a.smst": right,
			"b.jsonl": '{"id":"b","steps":[{"sms":"hello","replies":[]}]}\n\n',
			"c.txt": "# a plain list\nPROG 7982 ECHO:\n\n> # not a comment\n",
		});
		expect(told).toEqual([]);
		expect(summary).toMatchObject({
			conversations: 4,
			passed: 4,
			failed: 0,
			malformed: 0,
			notRun: 0,
		});
	});

	test("gives every conversation a panel of its own", async () => {
		const { summary } = await replayed({
			"a.jsonl": [
				'{"id":"1","steps":[{"sms":"PROG 7982 PWRD:HOUSE","replies":["PWRD:OK"]}]}',
				'{"id":"2","steps":[{"sms":"PROG 7982 ECHO:","replies":["ECHO:OK"]}]}',
			].join("\n"),
		});
		expect(summary.passed).toBe(2);
	});

	test("that does not hold is told with file and line", async () => {
		const { summary, told } = await replayed({
			"a.smst": wrong,
			"b.smst": right,
		});
		expect(told.map(({ file, line }) => [file, line])).toEqual([
			[join(folder, "a.smst"), 1],
		]);
		expect(countsText(summary)).toBe("2 conversations: 1 passed, 1 failed");
	});

	test("runs nothing behind a line that cannot be read, but reads on", async () => {
		const good = '{"id":"g","steps":[]}';
		const { summary, malformed } = await replayed({
			"a.jsonl": [good, "{", good, '{"id":1}', good, ""].join("\n"),
		});
		expect(malformed).toEqual(["a.jsonl:2:2", "a.jsonl:4:2"]);
		expect(countsText(summary)).toBe(
			"1 conversation: 1 passed, 0 failed; 2 malformed lines, 2 good conversations behind the first not run",
		);
	});

	test("may be cut into lines of any length, in UTF-8", async () => {
		const name = "Ä€😀".repeat(50_000);
		const { summary } = await replayed({
			"a.jsonl": `\uFEFF{"id":"${name}","steps":[]}\r\n{"id":"b","steps":[{"sms":"x","replies":[]}]}`,
		});
		expect(summary.passed).toBe(2);
	});

	test("starts from the panel's file that it names", async () => {
		const config = JSON.stringify({
			schemaVersion: 1,
			model: "cr200",
			zones: [{ id: 6, type: 1, name: "Kitchen" }],
		});
		const { summary, malformed } = await replayed({
			"panel.json": config,
			"a.smst":
				"config panel.json\n> PROG 1234 MOD?:\n< MODE?D\n? zones.6.name Kitchen\n",
		});
		expect(malformed).toEqual([]);
		expect(summary.passed).toBe(1);
	});
});

test.each([
	[
		"config panel.json\nmodel mz-8\n",
		"config: a panel of model cr200, not mz-8",
	],
	["config nothing.json\n", "nothing.json: there is no such file"],
])(
	"a panel's file that does not fit is malformed: %j",
	async (text, message) => {
		written(folder, { "panel.json": '{"schemaVersion":1,"model":"cr200"}' });
		const { malformed, document } = await replayed({ "a.smst": text });
		expect(malformed).toEqual(["a.smst:1:1"]);
		expect(document).toContain(message);
	},
);

describe("only a part of it", () => {
	const corpus = {
		"a.jsonl": Array.from(
			{ length: 20 },
			(_, at) =>
				`{"id":"c${at}","tags":["${at % 2 ? "odd" : "even"}"],"steps":[]}`,
		).join("\n"),
	};

	test("by the id, or by a tag", async () => {
		const one = await replayed(corpus, { filter: "c7" });
		expect(one.summary.conversations).toBe(1);
		const odd = await replayed(corpus, { filter: "odd" });
		expect(odd.summary.conversations).toBe(10);
	});

	test("by shards, whose results merge into that of the whole", async () => {
		const whole = await replayed(corpus);
		const results = [];
		for (const index of [1, 2, 3]) {
			const part = await replayed(corpus, { shard: { index, count: 3 } });
			results.push(resultOf(part.document));
		}
		const merged = mergedSummary(results.toReversed(), []);
		expect(merged).toEqual(whole.summary);
	});

	test("up to so many failures", async () => {
		const { summary } = await replayed(
			{ "a.smst": wrong, "b.smst": wrong, "c.smst": wrong },
			{ bail: 2 },
		);
		expect(countsText(summary)).toBe(
			"2 conversations: 0 passed, 2 failed; stopped early (--bail)",
		);
	});
});

describe("ids", () => {
	test("that several conversations have are told with their places", async () => {
		const line = (id: string) => `{"id":"${id}","steps":[]}\n`;
		const { summary } = await replayed({
			"a.jsonl": line("one") + line("two") + line("one"),
			"b.jsonl": line("two") + line("three") + line("one"),
		});
		expect(repeatedIdLines(summary)).toEqual([
			`3 conversations have the id one: ${folder}/a.jsonl:1, ${folder}/a.jsonl:3, ${folder}/b.jsonl:3`,
			`2 conversations have the id two: ${folder}/a.jsonl:2, ${folder}/b.jsonl:1`,
		]);
	});

	test("that are all different are not told, however many there are", async () => {
		const lines = Array.from(
			{ length: 5000 },
			(_, at) => `{"id":"c${at}","steps":[]}`,
		);
		const { summary } = await replayed({ "a.jsonl": lines.join("\n") });
		expect(repeatedIdLines(summary)).toEqual([]);
	});
});

test("what holds is counted by its worst attested message", async () => {
	const said = (...texts: string[]) =>
		texts.map((text) => `> PROG 7982 ${text}\n`).join("");
	const { summary } = await replayed({
		"a.smst": said("ECHO:", "USRS:1,4321,,1"),
		"b.smst": said("ECHO:", "OPTS:1"),
		"c.smst": "> hello\n<\n",
		"d.smst": `${said("ECHO:")}< nothing\n`,
	});
	expect(summary.verdicts).toEqual({
		...noVerdicts,
		family: 1,
		extension: 1,
		none: 1,
	});
	expect(verdictsText(summary.verdicts)).toBe(
		"; held 1 by a sister's manual, 1 only here, 1 without a command",
	);
});

describe("secrets", () => {
	const onFile = join(import.meta.dirname, "../../../panel-config.json");
	const steps =
		"> PROG 7982 USRS:2,5678,ANNA\n< USRS:OK\n> PROG 7982 USRS:2,56789,ANNA\n< USRS:OK\n? users.2.pin 8765\n> PROG 7982 PIN?\n< nothing\n";
	const corpus = { "a.smst": `config ${onFile}\n${steps}` };

	test("are masked in every report", async () => {
		const { document, told } = await replayed(corpus);
		expect(document).not.toMatch(/7982|5678|8765|PROG/);
		expect(told[0]?.why?.drawn).toBe(
			"**** **** USRS:2,****,ANNA\n                 ^^^^ user PIN: 4 digits, this has 5\nUSRS:user,[pin],[name],[latch]",
		);
		expect(told.map(({ expected, got }) => [expected, got])).toEqual([
			[["< USRS:OK"], ["< USRS:ERROR"]],
			[['"PIN#1"'], ['"PIN#2"']],
			[["< nothing"], ["< PIN?:(1,****,),(2,****,ANNA),(3,,),(4,,)"]],
		]);
	});

	test("a factory panel has none", async () => {
		const { told } = await replayed({ "a.smst": steps });
		expect(told[1]).toMatchObject({ expected: ["8765"], got: ['"5678"'] });
	});

	test("are shown on demand", async () => {
		const { told } = await replayed(corpus, { showSecrets: true });
		expect(told[1]).toMatchObject({ expected: ["8765"], got: ['"5678"'] });
	});
});

// Helpers

function replayed(files: Corpora, options: Partial<ReplaySettings> = {}) {
	return replayedIn(folder, files, options);
}

function resultOf(document: string) {
	const result = shardResult(document);
	if ("wrong" in result) throw new Error(result.wrong);
	return result;
}
