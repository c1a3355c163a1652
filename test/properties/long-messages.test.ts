import { describe, expect, test } from "vitest";
import { read as readMobile } from "../../grammar/mobile/read.ts";
import { read as readPword } from "../../grammar/pword/read.ts";

const many = 1_000_000;

describe("length is no matter to a P-Word message:", () => {
	test.each([
		["commas", `P 1 A:${",".repeat(many)}`, many + 1],
		["one parameter", `P 1 A:${"x".repeat(many)}`, 1],
		["blanks in a parameter", `P 1 A:${" ".repeat(many)}x`, 1],
		["blanks everywhere", `P${" ".repeat(many)}1${" ".repeat(many)}A:`, 1],
		["digits", `P ${"1".repeat(many)} A:`, 1],
		["a P-Word", `${"P".repeat(many)} 1 A:`, 1],
		["a stray", `P 1 A ${"x".repeat(many)}`, 0],
	])("a million %s", (_, text, slots) => {
		expect(readPword(text)?.slots).toHaveLength(slots);
	});

	test.each([
		["letters where the code is due", `P ${"A".repeat(many)}`],
		["letters where the word is due", `P 1 ${"A".repeat(many)}`],
		["digits glued to a letter", `P ${"1".repeat(many)}x A:`],
		["blanks", " ".repeat(many)],
	])("a million %s make no message", (_, text) => {
		expect(readPword(text)).toBeNull();
	});
});

describe("length is no matter to a Mobile message:", () => {
	test.each([
		["commas", `A:P,1${",".repeat(many)}`, many],
		["blanks everywhere", `A${" ".repeat(many)}:P,1${" ".repeat(many)},`, 1],
		["digits", `A:P,${"1".repeat(many)},`, 1],
		["characters of keyword", `A:${"x ".repeat(many)},1,`, 1],
	])("a million %s", (_, text, slots) => {
		expect(readMobile(text)?.slots).toHaveLength(slots);
	});

	test.each([
		["letters where the word is due", "A".repeat(many)],
		["digits glued to a letter", `A:P,${"1".repeat(many)}x`],
		["blanks and then junk behind the code", `A:P,1${" ".repeat(many)}x`],
	])("a million %s make no message", (_, text) => {
		expect(readMobile(text)).toBeNull();
	});
});
