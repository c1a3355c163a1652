import fc from "fast-check";
import { expect, test } from "vitest";
import { readJsonLine } from "../../src/replay/json-line.ts";
import { plainJson } from "../../src/replay/plain-conversation.ts";
import { PlainLines } from "../../src/replay/plain-lines.ts";
import { writeJsonLine } from "../../src/replay/write-json-line.ts";
import { conversation } from "../support/conversations.ts";
import { anyString } from "../support/texts.ts";

const word = fc.string({ maxLength: 20 });

/** The plainest conversations, and some that are a little more than that. */
const nearlyPlain = fc
	.record({
		id: word,
		model: fc.option(fc.constantFrom("vst-2752", "cr200", "nobody"), {
			nil: undefined,
		}),
		steps: fc.array(
			fc.record(
				{
					sms: fc.oneof(word, anyString),
					from: word,
					replies: fc.array(fc.oneof(word, fc.constant("USRS:OK"))),
				},
				{ requiredKeys: ["sms"] },
			),
			{ maxLength: 3 },
		),
	})
	.map((plain) => JSON.stringify(plain));

/** A line, and what may become of it when it is damaged in one place. */
const damaged = fc
	.tuple(
		nearlyPlain,
		fc.nat(),
		fc.nat(3),
		fc.constantFrom("", '"', ",", "]", "}", "{", "[", "\\", "\r", " ", "x"),
	)
	.map(([text, place, cut, patch]) => {
		const at = place % (text.length + 1);
		return text.slice(0, at) + patch + text.slice(at + cut);
	});

const lines = fc.oneof(nearlyPlain, damaged, conversation.map(writeJsonLine));

test("the short cut reads a line as the schema does, or leaves it alone", () => {
	fc.assert(
		fc.property(
			fc.array(lines, { minLength: 1, maxLength: 4 }),
			fc.constantFrom("\n", "\r\n"),
			(all, end) => {
				const text = all.map((line) => `${line.replaceAll("\n", "")}${end}`);
				const lines = new PlainLines(Buffer.from(text.join("")));
				let from = 0;
				for (const each of text) {
					const plain = lines.read(from);
					from += Buffer.byteLength(each);
					if (plain === null) continue;
					expect(lines.next).toBe(from);
					expect(readJsonLine(each.slice(0, -end.length))).toEqual({
						conversation: plain,
						fault: null,
					});
				}
			},
		),
		{ numRuns: 2000 },
	);
});

test("so is a conversation of plain texts, however it is written down", () => {
	fc.assert(
		fc.property(lines, fc.constantFrom("", " ", "\t"), (line, blank) => {
			const spaced = line.replaceAll('","', `",${blank}"`);
			const plain = plainJson(spaced);
			if (plain !== null)
				expect(readJsonLine(spaced)).toEqual({
					conversation: plain,
					fault: null,
				});
		}),
		{ numRuns: 2000 },
	);
	const line = '{ "steps": [{ "sms": "\\u0041", "replies": [] }], "id": "a" }';
	expect(plainJson(line)).toEqual(readJsonLine(line).conversation);
});

test("the short cut is taken where there is nothing but plain texts", () => {
	const line =
		'{"id":"a","model":"cr200","steps":[{"sms":"x","from":"","replies":["A","B"]},{"sms":"","replies":[]},{"sms":"ü"}]}';
	const lines = new PlainLines(Buffer.from(line));
	expect(lines.read(0)).toEqual(readJsonLine(line).conversation);
	expect(lines.next).toBe(Buffer.byteLength(line));
});
