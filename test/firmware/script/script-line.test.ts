import { describe, expect, test } from "vitest";
import {
	readScriptLine,
	type ScriptLine,
} from "../../../src/firmware/script/script-line.ts";
import { mobileMates } from "../../../src/models/mobile-mates.ts";
import { models } from "../../../src/models/models.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";

/** A line in short: what it is, its slots and its variables. */
function read(line: string, model = vst2752): unknown {
	const found = readScriptLine(model, line);
	return "rule" in found ? `${found.code}: ${found.rule}` : short(found);
}

function short(line: ScriptLine): readonly unknown[] {
	return line.type === "text"
		? ["TEXT", line.to, line.variables]
		: [
				line.command.spec.word,
				line.message.slots.map(({ text }) => text),
				line.variables,
			];
}

describe("a line is", () => {
	test.each([
		["ARM", ["ARM", [], []]],
		["  arm  force ", ["ARM FORCE", [], []]],
		["BYPASS 3", ["BYPASS", ["3"], []]],
		["BYPASS $zone", ["BYPASS", ["$zone"], ["zone"]]],
		["ARM AT 10:30 PM", ["ARM AT", ["10:30 PM"], []]],
		["USRS:2,$pin,,1", ["USRS", ["2", "$pin", "", "1"], ["pin"]]],
		[
			"USRS: 2, $pin, Dr. $name",
			["USRS", ["2", "$pin", "Dr. $name"], ["pin", "name"]],
		],
		["MODE:A", ["MODE", ["A"], []]],
		["TEXT SENDER Garage: {zone 3}", ["TEXT", null, []]],
		[
			"TEXT +15550101 $who, $what and $who",
			["TEXT", "+15550101", ["who", "what"]],
		],
		["TEXT 12345 costs $$5", ["TEXT", "12345", []]],
	])("%s", (line, expected) => {
		expect(read(line)).toEqual(expected);
	});

	test("of the other models the same way, whatever shape their messages have", () => {
		expect(read("MODE:$mode", models[2])).toEqual([
			"MODE",
			["$mode"],
			["mode"],
		]);
		const [word = ""] = [...mobileMates.commands.values()].flatMap(
			({ spec, slots }) =>
				spec.toEvent !== undefined && slots.length === 0 ? [spec.word] : [],
		);
		expect(read(word, mobileMates)).toEqual([word, [], []]);
	});
});

describe("a line is refused", () => {
	test.each([
		["", "script/empty: there is nothing in it"],
		[" \t", "script/empty: there is nothing in it"],
		[
			":cmd slepens script night",
			"script/script: a script cannot start scripts",
		],
		["PROG 7982 MODE:A", "script/word: command word: vst-2752 has no PROG"],
		[
			"Is the garage shut?",
			"script/form: neither a plain word, nor a command as WORD:p1,p2, nor TEXT SENDER …",
		],
		["DEAX:1", "script/word: command word: vst-2752 has no DEAX"],
		[
			"MOD?:",
			"script/question: MOD? only asks, and a script has nobody to answer; use TEXT SENDER",
		],
		[
			"STATUS",
			"script/question: STATUS only asks, and a script has nobody to answer; use TEXT SENDER",
		],
		[
			"CREDIT",
			"script/question: CREDIT only asks, and a script has nobody to answer; use TEXT SENDER",
		],
		["USRS:2,12345", "parameter/digits: user PIN: 4 digits, this has 5"],
		["USRS:$user,12345", "parameter/digits: user PIN: 4 digits, this has 5"],
		[
			"DISARM 1234",
			"parameter/surplus: DISARM takes no parameters, this is number 1",
		],
		["BYPASS", "parameter/missing: zone: 1 to 40, this is blank"],
		["TEXT SENDER", "script/text: write TEXT SENDER … or TEXT +15550101 …"],
		[
			"TEXT $to hello",
			"script/text: a text goes to SENDER or to a number, which is no variable",
		],
		[
			"TEXT SENDER costs $5",
			"script/dollar: write $$ for a $: a single $ begins a variable",
		],
		[
			"TEXT SENDER $",
			"script/dollar: write $$ for a $: a single $ begins a variable",
		],
	])("%j: %s", (line, expected) => {
		expect(read(line)).toBe(expected);
	});

	test("where its text has a place that there is not, with all that there are", () => {
		expect(read("TEXT SENDER {colour}")).toMatch(
			/^script\/placeholder: there is no placeholder {colour}; there are {zone 3}, /,
		);
	});
});
