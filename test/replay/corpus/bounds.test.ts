import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Found } from "../../../src/conversation/located.ts";
import { readCorpus } from "../../../src/replay/corpus/corpus.ts";
import { LONGEST_TEXT } from "../../../src/sms/segments.ts";
import { temporaryFolder } from "../../support/folder.ts";

async function found(name: string, text: string): Promise<readonly Found[]> {
	const file = join(await temporaryFolder(), name);
	writeFileSync(file, text);
	const all: Found[] = [];
	await readCorpus(file, (each) => all.push(each) > 0);
	return all;
}

test("what never ends a line is refused", async () => {
	await expect(readCorpus("/dev/zero", () => true)).rejects.toThrow(
		"/dev/zero: a line of more than 8 MiB",
	);
	await expect(found("a.jsonl", `{"id":"${"a".repeat(9e6)}`)).rejects.toThrow(
		/a\.jsonl:1:1: a line of more than 8 MiB$/,
	);
	const long = `\n\n${"a".repeat(3e6)}\n${"a".repeat(9e6)}\nb\n`;
	await expect(found("a.txt", long)).rejects.toThrow(
		/a\.txt:4:1: a line of more than 8 MiB$/,
	);
});

test("a transcript that is too large is refused", async () => {
	const text = "# comment\n".repeat(6_800_000);
	await expect(found("a.smst", text)).rejects.toThrow(
		/a\.smst: a transcript of more than 64 MiB; JSON Lines are read piece by piece$/,
	);
});

test("a string that is never closed has its place", async () => {
	const [line] = await found("a.jsonl", `{"id":"${"a".repeat(7_000_000)}`);
	expect(line?.fault?.diagnostic).toMatchObject({
		start: 6,
		message:
			"this is not JSON: this text is not closed on its line, or has a character that JSON does not allow",
	});
});

test("200,000 wrong lines are 200,000 faults", async () => {
	expect(await found("a.smst", "x\n".repeat(200_000))).toHaveLength(200_000);
});

test.each(["a.smst", "a.jsonl"])(
	"a text that no SMS carries is refused: %s",
	async (name) => {
		const written = (text: string) =>
			name === "a.smst"
				? `> ${text}\n`
				: `{"id":"a","steps":[{"sms":"${text}"}]}\n`;
		const [right] = await found(name, written("a".repeat(LONGEST_TEXT)));
		expect(right?.fault).toBeNull();
		const [wrong] = await found(name, written("a".repeat(LONGEST_TEXT + 1)));
		expect(wrong?.fault?.diagnostic.message).toMatch(/39015/);
	},
);

test("40,000 replies to one message, and a line of blanks, take no time", async () => {
	const begun = performance.now();
	const [many] = await found("a.smst", `> x\n${"< y\n".repeat(40_000)}`);
	await found(
		"b.smst",
		`> x\n? a ${" ".repeat(100_000)}b${" ".repeat(100_000)}c\n`,
	);
	const times = Array.from({ length: 20_000 }, () => '{"wait":"1s"}').join();
	await found("c.jsonl", `{"id":"a","steps":[${times}]}\n`);
	expect(performance.now() - begun).toBeLessThan(20_000);
	const [step] = many?.located?.conversation.steps ?? [];
	expect(step).toMatchObject({ replies: { length: 40_000 } });
});

test.each([
	["tags", `{"id":"a","steps":[],"tags":[${"1,".repeat(2_000_000)}1]}`],
	["steps", `{"id":"a","steps":[${"1,".repeat(2_000_000)}1]}`],
	[
		"steps.0.replies",
		`{"id":"a","steps":[{"sms":"x","replies":[${'"",'.repeat(2_000_000)}""]}]}`,
	],
	["key0", `{"id":"a","steps":[],${unknownKeys(400_000)}}`],
])(
	"of a million wrong things in a line the first is told: %s",
	async (name, text) => {
		const begun = performance.now();
		const [line] = await found("a.jsonl", `${text}\n`);
		expect(performance.now() - begun).toBeLessThan(10_000);
		expect(line?.fault?.diagnostic.message).toMatch(
			name === "key0"
				? /^key0: there is no such key$/
				: new RegExp(`^${name}\\.0: `),
		);
	},
);

test.each([
	["a wrong step", '{"foo":1}', "step: needs one of the keys"],
	["a key twice", '{"wait":"1s","wait":"1s"}', "steps.1.wait: this key"],
	[
		"100,000 keys twice",
		`{"state":{${'"":0,'.repeat(100_000)}"":0}}`,
		"steps.1.state.: this key",
	],
])(
	"behind a text of 3,500,000 escapes a fault has its place: %s",
	async (_, step, message) => {
		const begin = `{"id":"a","steps":[{"comment":"${"\\n".repeat(3_500_000)}"},`;
		const begun = performance.now();
		const [line] = await found("a.jsonl", `${begin}${step}]}\n`);
		expect(performance.now() - begun).toBeLessThan(10_000);
		const { diagnostic } = line?.fault ?? {};
		expect(diagnostic?.message.slice(0, message.length)).toBe(message);
		expect(diagnostic?.start).toBeGreaterThanOrEqual(begin.length);
	},
);

function unknownKeys(count: number): string {
	return Array.from({ length: count }, (_, at) => `"key${at}":0`).join();
}
