import { expect, test } from "vitest";
import type { LanguageSettings } from "../../src/panel/state/stored.ts";
import { languageMessages as planned } from "../support/planned.ts";

test("a number is given up before another takes its place, and only if that is allowed", () => {
	const has = { phone1: "+361", phone2: "+362" };
	expect(planned("tell-gate", { phone1: "+363" }, has)).toEqual([
		"PWD=1111#DEL=+361#",
		"PWD=1111#TEL=+363#",
	]);
	expect(planned("tell-gate", { phone1: "+363" }, has, [])).toEqual([
		"phone1: DEL deletes; --allow deletes",
	]);
});

test("numbers go into the first free places, and nowhere else", () => {
	expect(planned("tell-gate", { phone2: "+362", phone1: "+361" })).toEqual([
		"PWD=1111#TEL=+361#TEL=+362#",
	]);
	expect(planned("tell-gate", { phone3: "+363" })).toEqual([
		"phone3: TEL takes the first free place, phone1; in the site: phone1",
	]);
});

test("numbers of a list that are in the way go together, and are given anew together", () => {
	const jablotron = (wanted: LanguageSettings, has: LanguageSettings) =>
		planned("jablotron-gd04", wanted, has);
	expect(
		jablotron({ callerY1: "00", callerY2: "3" }, { callerY2: "0" }),
	).toEqual(["PC,EDY,0", "PC,ADY,00,3"]);
	expect(
		jablotron(
			{ callerX1: "3", callerX2: "4", callerX3: "" },
			{ callerX1: "1", callerX2: "2", callerX3: "5" },
		),
	).toEqual(["PC,EDX,1,2,5", "PC,ADX,3,4"]);
	expect(
		jablotron({ callerX1: "", callerX3: "" }, { callerX1: "1", callerX3: "3" }),
	).toEqual(["PC,EDX,1,3"]);
});

test("numbers of a list are added together on both sides of one that stays", () => {
	expect(
		planned(
			"jablotron-gd04",
			{ callerX1: "1", callerX3: "3" },
			{ callerX2: "2" },
		),
	).toEqual(["PC,ADX,1,3"]);
});

test("two numbers of a list change places", () => {
	expect(
		planned(
			"tell-gate",
			{ phone1: "+362", phone2: "+361" },
			{ phone1: "+361", phone2: "+362" },
		),
	).toEqual([
		"PWD=1111#DEL=+361#",
		"PWD=1111#DEL=+362#",
		"PWD=1111#TEL=+362#TEL=+361#",
	]);
});

test("a number goes for good only when the places behind it are filled", () => {
	expect(
		planned(
			"jablotron-gd04",
			{ callerX1: "", callerX2: "2" },
			{ callerX1: "1" },
		),
	).toEqual(["PC,ADX,2", "PC,EDX,1"]);
});

test("what goes for good from both sides of a new number goes together", () => {
	expect(
		planned(
			"jablotron-gd04",
			{ callerX1: "", callerX2: "2", callerX3: "" },
			{ callerX1: "1", callerX3: "3" },
		),
	).toEqual(["PC,ADX,2", "PC,EDX,1,3"]);
});

test("a number is added while others still keep the places in front of it", () => {
	expect(
		planned(
			"jablotron-gd04",
			{ callerX1: "2", callerX2: "", callerX3: "3" },
			{ callerX1: "1", callerX2: "2" },
		),
	).toEqual(["PC,ADX,3", "PC,EDX,1,2", "PC,ADX,2"]);
});

test("places are filled from behind where only that leads to the site", () => {
	expect(
		planned(
			"jablotron-gd04",
			{ callerX1: "", callerX2: "3", callerX3: "", callerX4: "5" },
			{ callerX1: "1", callerX2: "2", callerX3: "3", callerX4: "4" },
		),
	).toEqual(["PC,EDX,4", "PC,ADX,5", "PC,EDX,2,3", "PC,ADX,3", "PC,EDX,1"]);
});

test("of as many commands those are taken that stand in fewer SMS", () => {
	expect(
		planned(
			"tell-gate",
			{ phone1: "+363", phone2: "+364" },
			{ phone1: "+361", phone2: "+362" },
		),
	).toEqual([
		"PWD=1111#DEL=+361#",
		"PWD=1111#DEL=+362#",
		"PWD=1111#TEL=+363#TEL=+364#",
	]);
});

test("a number of a list that cannot be given anew is not taken away", () => {
	expect(
		planned(
			"jablotron-gd04",
			{ callerX1: "2", callerX3: "4" },
			{ callerX1: "1", callerX3: "3" },
		),
	).toEqual([
		"PC,EDX,1",
		"PC,ADX,2",
		"callerX3: ADX takes the first free place, callerX2; in the site: callerX2",
	]);
});
