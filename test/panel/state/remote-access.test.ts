import { describe, expect, test } from "vitest";
import { numberingOf } from "../../../src/firmware/answer/numbering.ts";
import {
	languageOf,
	mayDo,
	nobody,
	type Person,
	personNamed,
	personOf,
} from "../../../src/panel/state/remote-access.ts";

const anna: Person = {
	id: 1,
	name: "Anna",
	numbers: ["06 12 34 56 78", "BANK"],
	user: 1,
	can: ["arm"],
	enabled: true,
	notices: [],
	otpKey: "",
	language: "fr",
};
const remote = { ...nobody, people: [anna] };

describe("whose phone it is", () => {
	test.each([
		["the number as it stands", "06 12 34 56 78", anna],
		["without its blanks", "0612345678", anna],
		["a name", "BANK", anna],
		["a name in small letters", "bank", undefined],
		["the beginning of a number", "061234567", undefined],
		["a number that ends so", "+330612345678", undefined],
		["the same abroad, where no country is known", "+33612345678", undefined],
		["a withheld number", "", undefined],
	])("%s", (_, from, person) => {
		expect(personOf(remote, from)).toBe(person);
	});

	test.each(["+33612345678", "0033612345678", "0612345678"])(
		"in France %s is the same number",
		async (from) => {
			expect(personOf(remote, from, await numberingOf("FR"))).toBe(anna);
		},
	);

	test("an empty list is nobody, a withheld number too", () => {
		const blank = { ...nobody, people: [{ ...anna, numbers: [""] }] };
		expect(personOf(nobody, "")).toBeUndefined();
		expect(personOf(blank, "")).toBeUndefined();
		expect(personOf(blank, " ")).toBeUndefined();
	});
});

test("a person is named by number or by name, however that is written", () => {
	expect(personNamed(remote, "0612345678")).toBe(anna);
	expect(personNamed(remote, " ANNA")).toBe(anna);
	expect(personNamed(remote, "Ann")).toBeUndefined();
});

test("only a person who is let in may do what the list of rights says", () => {
	expect(mayDo(anna, "arm")).toBe(true);
	expect(mayDo(anna, "disarm")).toBe(false);
	expect(mayDo({ ...anna, enabled: false }, "arm")).toBe(false);
	expect(mayDo(undefined, "arm")).toBe(false);
});

test("a person without a language has the panel's", () => {
	expect(languageOf(remote, anna)).toBe("fr");
	expect(languageOf(remote, { ...anna, language: "" })).toBe("en");
	expect(languageOf({ ...remote, language: "es" }, undefined)).toBe("es");
});
