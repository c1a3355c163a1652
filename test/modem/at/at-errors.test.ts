import { expect, test } from "vitest";
import {
	describeResult,
	isBusy,
	meaningOf,
} from "../../../src/modem/at/at-errors.ts";
import { finalResultOf } from "../../../src/modem/at/at-result.ts";
import { cmeErrors } from "../../../src/modem/at/cme-errors.ts";
import { cmsErrors } from "../../../src/modem/at/cms-errors.ts";

test("the lines that end an answer are told from those that do not", () => {
	const lines = [
		"OK",
		"ERROR",
		"ERROR: operation not allowed",
		"+CME ERROR: 14",
		"+CME ERROR: SIM busy",
		"+CMS ERROR: 330",
		"+CMS ERROR: please do not",
		"+CMS ERROR: SIM failure",
		"NO CARRIER",
		"COMMAND NOT SUPPORT",
		"OKAY",
		"+CMGS: 12",
		"",
	];
	expect(lines.map(finalResultOf)).toEqual([
		{ type: "ok" },
		{ type: "error" },
		{ type: "error" },
		{ type: "cme", code: 14, text: "14" },
		{ type: "cme", code: 14, text: "SIM busy" },
		{ type: "cms", code: 330, text: "330" },
		{ type: "cms", code: null, text: "please do not" },
		{ type: "cms", code: 313, text: "SIM failure" },
		{ type: "call", text: "NO CARRIER" },
		{ type: "error" },
		null,
		null,
		null,
	]);
});

test("every code that TS 27.007 and 27.005 name has a meaning and an advice", () => {
	const range = (from: number, to: number) =>
		Array.from({ length: to - from + 1 }, (_, index) => from + index);
	const cme = [
		...range(0, 7),
		...range(10, 18),
		...range(20, 27),
		...range(30, 32),
		...range(40, 63),
		...[100, 103, 106, 107, 111, 112, 113, 132, 133, 134, 148, 149, 150, 515],
	];
	const cms = [
		...[1, 8, 10, 21, 27, 28, 29, 30, 38, 41, 42, 47, 50, 69, 81],
		...[...range(95, 99), 111, 127, 128, 129, 130, 143, 144, 145, 159],
		...[160, 161, 175, 176, ...range(192, 199), ...range(208, 213), 255],
		...[...range(300, 305), ...range(310, 318), 320, 321, 322],
		...[330, 331, 332, 340, 500, 515],
	];
	expect(cme.filter((code) => !cmeErrors.has(code))).toEqual([]);
	expect(cms.filter((code) => !cmsErrors.has(code))).toEqual([]);
	const silent = [...cmeErrors.values(), ...cmsErrors.values()].filter(
		({ name, advice }) => name === "" || advice === "",
	);
	expect(silent).toEqual([]);
});

test("a code of no table has a meaning too", () => {
	const meaning = (line: string) => {
		const result = finalResultOf(line);
		return result === null ? null : meaningOf(result).name;
	};
	expect(
		[
			"+CME ERROR: 9999",
			"+CMS ERROR: 77",
			"+CMS ERROR: 230",
			"+CMS ERROR: 299",
			"+CMS ERROR: 600",
			"+CMS ERROR: why",
		].map(meaning),
	).toEqual([
		"a code that the standard does not have",
		"the network refused, for a reason without a name",
		"the service centre or the other phone refused",
		"a code that the standard does not have",
		"the maker's own error",
		"words that the standard does not have",
	]);
});

test("a text is given up only where the message itself is refused", () => {
	const never = (table: typeof cmsErrors) =>
		[...table].flatMap(([code, { outlook }]) =>
			outlook === "never" ? [code] : [],
		);
	expect({ cms: never(cmsErrors), cme: never(cmeErrors) }).toEqual({
		cms: [
			...[1, 81, 95, 96, 97, 99, 127, 128, 129, 130, 143, 144, 145, 159, 160],
			...[161, 175, 176, 195, 196, 197, 198, 199, 209, 210, 213, 304, 305],
		],
		cme: [24, 25, 26, 27, 50, 58, 59, 61],
	});
	const other = ["+CMS ERROR: 77", "+CMS ERROR: 230", "+CMS ERROR: 600"];
	const words = ["+CMS ERROR: why", "+CMS ERROR: SIM failure", "ERROR"];
	const outlooks = [...other, ...words].map((line) => {
		const result = finalResultOf(line);
		return result === null ? null : meaningOf(result).outlook;
	});
	expect(outlooks).toEqual([
		...["passing", "lasting", "passing"],
		...["lasting", "lasting", "passing"],
	]);
});

test("the same number means different things in the two families", () => {
	const described = ["+CME ERROR: 30", "+CMS ERROR: 30"]
		.map(finalResultOf)
		.map((result) => result && describeResult(result));
	expect(described).toEqual([
		"+CME ERROR: 30 (no network service)",
		"+CMS ERROR: 30 (unknown subscriber)",
	]);
});

test("only CME 14 and 515, CMS 314 and 515 mean busy", () => {
	const busy = (family: "cme" | "cms") =>
		Array.from({ length: 600 }, (_, code) => code).filter((code) =>
			isBusy({ type: family, code, text: String(code) }),
		);
	expect([busy("cme"), busy("cms")]).toEqual([
		[14, 515],
		[314, 515],
	]);
});
