import { expect, test } from "vitest";
import { isToldOf } from "../../../src/console/store/told-text.ts";

test("a text is known again in what is told of it, with masks or without", () => {
	const text = "PROG 7982 USRS:2,4711,BEN,1";
	const told = [
		text,
		"**** **** USRS:2,****,BEN,1",
		"****",
		"PROG 7982 USRS:2,****,BEN,1",
		"**** **** USRS:2,****,ANN,1",
		"**** **** USRS:2,****,BEN",
		"PROG 7982 USRS:2,4711,BEN,1****PROG 7982 USRS:2,4711,BEN,1",
		"",
	];
	expect(told.filter((each) => isToldOf(each, text))).toEqual(told.slice(0, 4));
});

test("a text with the duress code is known again in one with the user's own PIN", () => {
	const told = "DISARM 1234";
	const texts = [
		"DISARM 9898",
		"DISARM 98-98",
		"DISARM 1298",
		"DISARM 1234",
		"DISARM 989",
		"DISARM 98981",
		"DISARM 9898 Y",
		"ARM 1234",
		"DISARM",
		"",
	];
	expect(texts.filter((each) => isToldOf(told, each))).toEqual(
		texts.slice(0, 4),
	);
});
