import { expect, test } from "vitest";
import { type Kind, Misfit, type Value } from "../../src/parameters/kind.ts";
import { glued } from "../../src/parameters/kinds/glued.ts";
import { integer } from "../../src/parameters/kinds/integer.ts";
import { letters } from "../../src/parameters/kinds/letters.ts";
import { list } from "../../src/parameters/kinds/list.ts";
import { textWithout } from "../../src/parameters/kinds/text.ts";
import { tuple } from "../../src/parameters/kinds/tuple.ts";

const number = integer([1, 9]);

test.each<[string, Kind<Value>, string, Value | null]>([
	["a word and a number", glued("APNR", number), "APNR2", 2],
	["a number behind another word", glued("APNR", number), "APN2", null],
	["no number behind it", glued("APNR", number), "APNR", null],
	["the word in small letters", glued("ON", number), "on5", null],
	["the same where case says nothing", glued("ON", number, true), "on5", 5],
	["two letters", letters(2), "RA", "RA"],
	["a letter and a digit", letters(2), "R1", null],
	["three letters", letters(2), "RAX", null],
	["both parts", tuple(":", [number, letters(1, 9)], 1), "3:Ann", "3:Ann"],
	["the first part alone", tuple(":", [number, letters(1, 9)], 1), "3", "3"],
	["one part where two are due", tuple(":", [number, number]), "3", null],
	["a third part", tuple(":", [number, number]), "3:4:5", null],
	["two items", list("#D", 3, number, 2), "3#D4", "3#D4"],
	["one item where two are due", list("#D", 3, number, 2), "3", null],
	["no text", textWithout(9, ":"), "", null],
	["a word that is a command", textWithout(9, ":", ["INFO"]), "my INFO", null],
	["a word with a number", textWithout(9, ":", ["C"]), "gate C12", null],
	["a longer word", textWithout(9, ":", ["INFO"]), "my INFOS", "my INFOS"],
])("%s", (_, kind, text, value) => {
	const read = kind.read(text);
	if (value === null) expect(read).toBeInstanceOf(Misfit);
	else
		expect([read, kind.print(value).toLowerCase()]).toEqual([
			value,
			text.toLowerCase(),
		]);
});
