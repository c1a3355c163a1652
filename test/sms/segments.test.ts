import { describe, expect, test } from "vitest";
import { measure, splitText } from "../../src/sms/segments.ts";

const lengths = (text: string, ...rest: [number?, ("16-bit" | "none")?]) =>
	splitText(text, ...rest).map((segment) => segment.text.length);

describe("what a text costs", () => {
	test.each([
		["no text", "", 0, "gsm-7", 1],
		["160 septets", "a".repeat(160), 160, "gsm-7", 1],
		["161 septets", "a".repeat(161), 161, "gsm-7", 2],
		["306 septets", "a".repeat(306), 306, "gsm-7", 2],
		["307 septets", "a".repeat(307), 307, "gsm-7", 3],
		["80 euro signs", "€".repeat(80), 160, "gsm-7", 1],
		["81 euro signs", "€".repeat(81), 162, "gsm-7", 2],
		["70 units", "ł".repeat(70), 70, "ucs-2", 1],
		["71 units", "ł".repeat(71), 71, "ucs-2", 2],
		["134 units", "ł".repeat(134), 134, "ucs-2", 2],
		["135 units", "ł".repeat(135), 135, "ucs-2", 3],
		["35 emoji", "😀".repeat(35), 70, "ucs-2", 1],
		["36 emoji", "😀".repeat(36), 72, "ucs-2", 2],
	])("%s", (_, text, characters, alphabet, parts) => {
		expect(measure(text)).toEqual({ characters, alphabet, parts });
	});

	test("one character outside GSM-7 makes the whole text UCS-2", () => {
		expect(measure(`${"a".repeat(70)}ł`)).toEqual({
			characters: 71,
			alphabet: "ucs-2",
			parts: 2,
		});
	});

	test("a shorter cut is obeyed, a longer one changes nothing", () => {
		expect(measure("a".repeat(101), 100).parts).toBe(2);
		expect(measure("a".repeat(161), 1000).parts).toBe(2);
	});
});

describe("where a text is cut", () => {
	test("after 153 septets, or 152 with a 16-bit reference, or 160 alone", () => {
		expect(lengths("a".repeat(320))).toEqual([153, 153, 14]);
		expect(lengths("a".repeat(320), undefined, "16-bit")).toEqual([
			152, 152, 16,
		]);
		expect(lengths("a".repeat(320), undefined, "none")).toEqual([160, 160]);
	});

	test("after 67 units, or 66 with a 16-bit reference, or 70 alone", () => {
		expect(lengths("ł".repeat(140))).toEqual([67, 67, 6]);
		expect(lengths("ł".repeat(140), undefined, "16-bit")).toEqual([66, 66, 8]);
		expect(lengths("ł".repeat(140), undefined, "none")).toEqual([70, 70]);
	});

	test("before an escape pair that would straddle the border", () => {
		expect(lengths(`${"a".repeat(152)}€${"b".repeat(10)}`)).toEqual([152, 11]);
		expect(lengths("€".repeat(81))).toEqual([76, 5]);
	});

	test("before a surrogate pair that would straddle the border", () => {
		expect(lengths(`${"ł".repeat(66)}😀${"ł".repeat(10)}`)).toEqual([66, 12]);
		expect(lengths("😀".repeat(36))).toEqual([66, 6]);
	});

	test("segments say which they are and share the alphabet of the whole", () => {
		expect(splitText(`abc ł`, 3)).toEqual([
			{ text: "abc", alphabet: "ucs-2", number: 1, total: 2 },
			{ text: " ł", alphabet: "ucs-2", number: 2, total: 2 },
		]);
	});

	test("no text is one empty segment", () => {
		expect(splitText("")).toEqual([
			{ text: "", alphabet: "gsm-7", number: 1, total: 1 },
		]);
	});

	test("a cut that holds no pair is the caller's mistake", () => {
		expect(() => splitText("ab", 1)).toThrow(RangeError);
		expect(() => measure("ab", Number.NaN)).toThrow(RangeError);
	});
});
