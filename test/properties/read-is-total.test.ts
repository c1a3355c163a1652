import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawCaret } from "../../grammar/message/caret.ts";
import type { Dialect } from "../../grammar/message/dialect.ts";
import { SPACE_LIKE, UNSEEN } from "../../grammar/message/lookalike.ts";
import type { Message, Part } from "../../grammar/message/message.ts";
import { everyDialect } from "../support/dialects.ts";
import { anyString, nearMessages } from "../support/texts.ts";

describe.each(everyDialect)("in $dialect.name", ({ dialect, wordings }) => {
	const texts = fc.oneof(anyString, nearMessages(wordings, dialect.write));

	test("every text is a message, its parts in place, or explained", () => {
		fc.assert(
			fc.property(texts, (text) => checkText(dialect, text)),
			{ numRuns: 1000 },
		);
	});

	test.each([10_000, 1_000_000])(
		"so is every one of %d characters",
		(length) => {
			const piece = fc.oneof(
				anyString,
				fc.constantFrom(" ", ",", "A", "1", "\ud800"),
			);
			fc.assert(
				fc.property(piece, texts, (repeated, text) => {
					const long = (repeated || " ").repeat(length).slice(0, length);
					checkText(dialect, long + text);
					checkText(dialect, text + long);
				}),
				{ numRuns: length > 100_000 ? 3 : 30 },
			);
		},
	);
});

/** Behind a digit, and in front of a blank or the end. */
const PUNCTUATION = /[.,;:!?]+(?![^ \t\r\n])/g;
const BETWEEN = /[ \t\r\n-]/g;

function checkText(dialect: Dialect, text: string): void {
	const message = dialect.read(text);
	if (message !== null) {
		checkPlaces(text, message);
		return;
	}
	const { code, start, end } = dialect.explain(text);
	if (!/^message\/(empty|keyword|code|word|value)$/.test(code))
		expect.fail(`${code} is the code of no fault`);
	if (start < 0 || end < start || end > text.length)
		expect.fail(`${start} to ${end} is no place in it`);
	const drawn = drawCaret(text, { message: "", start, end });
	if (drawn.split("\n").length !== 2) expect.fail(`not two lines: ${drawn}`);
}

function checkPlaces(text: string, message: Message): void {
	const parts: Part[] = [
		message.keyword,
		message.code,
		message.word,
		...message.slots,
	];
	if (message.stray !== null) parts.push(message.stray);
	parts.sort((a, b) => a.start - b.start || a.end - b.end);
	let behind = 0;
	for (const { text: own, start, end } of parts) {
		if (start < behind || end < start || !says(text.slice(start, end), own)) {
			expect.fail(`"${own}" does not stand at ${start} to ${end}`);
		}
		if (/^[ \t\r\n]|[ \t\r\n]$/.test(own))
			expect.fail(`"${own}" is not trimmed`);
		behind = end;
	}
	if (behind > text.length) expect.fail(`${behind} is behind its end`);
}

/**
 * Plain words are given in capitals, and a code reply as its digits: what is
 * between them may be any space, anything that nobody sees, and punctuation in
 * front of those.
 */
function says(written: string, own: string): boolean {
	return (
		written === own ||
		written.replace(/[a-z]/g, (letter) => letter.toUpperCase()) === own ||
		(own.length === 10 &&
			written
				.replace(SPACE_LIKE, " ")
				.replace(UNSEEN, " ")
				.replace(PUNCTUATION, "")
				.replace(BETWEEN, "") === own)
	);
}
