import fc from "fast-check";
import { expect, test } from "vitest";
import {
	auditLine,
	readAudit,
	START,
} from "../../../src/site/audit/audit-chain.ts";
import type { AuditEntry } from "../../../src/site/audit/audit-entry.ts";

const NOON = Date.UTC(2026, 10, 30, 12);
const entries: readonly AuditEntry[] = [
	{
		type: "begun",
		resumed: false,
		model: "vst-2752",
		from: "factory",
		number: "+15550100",
		key: "k",
		access: "a",
		messages: [],
	},
	{ type: "ended", outcome: "silent", why: "no answer to the probe" },
	{ type: "ended", outcome: "refused", why: "USRS:2,,JÜRGEN: ERROR 🙂" },
];
const lines = linesOf(entries);
const text = lines.join("");

function linesOf(all: readonly AuditEntry[]): readonly string[] {
	let before = START;
	return all.map((entry, at) => {
		const { text, written } = auditLine(at + 1, NOON + at, entry, before);
		before = written.hash;
		return text;
	});
}

test("an audit is read as it was written", () => {
	const read = readAudit(Buffer.from(text));
	expect(read.ok && read.lines.map(({ entry }) => entry)).toEqual(entries);
	expect(read.ok && read.lines.map(({ at }) => at)).toEqual([
		...[NOON, NOON + 1, NOON + 2],
	]);
	expect(read.ok && read.unfinished).toBe(0);
});

test("of a last line that was not written to its end the bytes are told, wherever it ends", () => {
	const before = Buffer.from(lines.slice(0, 2).join(""));
	const last = Buffer.from(lines[2] ?? "");
	for (let length = 0; length < last.length; length++) {
		const read = readAudit(Buffer.concat([before, last.subarray(0, length)]));
		expect(read.ok && [read.lines.length, read.unfinished]).toEqual([
			2,
			length,
		]);
	}
});

test.each([
	[
		"a line is missing",
		[0, 2],
		2,
		"line 2 is missing, or another stands in its place",
	],
	[
		"two lines change places",
		[1, 0, 2],
		1,
		"line 1 is missing, or another stands in its place",
	],
	[
		"a line is there twice",
		[0, 1, 1],
		3,
		"line 3 is missing, or another stands in its place",
	],
] as const)("%s", (_, order, line, rule) => {
	const turned = order.map((at) => lines[at]).join("");
	expect(readAudit(Buffer.from(turned))).toEqual({
		ok: false,
		fault: { line, rule },
	});
});

test("the end of another audit does not fit", () => {
	const [first = ""] = lines;
	const other = linesOf([
		entries[2] ?? { type: "ended", outcome: "done", why: "" },
		...entries.slice(1),
	]);
	expect(readAudit(Buffer.from(first + other.slice(1).join("")))).toEqual({
		ok: false,
		fault: { line: 2, rule: "it does not follow the line before it" },
	});
});

test("any changed character of any line is noticed", () => {
	fc.assert(
		fc.property(
			fc.nat({ max: text.length - 1 }),
			fc.constantFrom(...'0aZ",{ '),
			(at, sign) => {
				fc.pre(text[at] !== sign && text[at] !== "\n");
				const changed = text.slice(0, at) + sign + text.slice(at + 1);
				expect(readAudit(Buffer.from(changed)).ok).toBe(false);
			},
		),
	);
});
