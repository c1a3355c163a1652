import { expect, test } from "vitest";
import {
	readTemplate,
	zonesIn,
} from "../../../src/panel/remote/answer-template.ts";

test("a template is text with places in braces", () => {
	expect(readTemplate("{name}: {zone 3 name} is {zone 3}{{}}.")).toEqual([
		{ type: "place", name: "name" },
		{ type: "literal", text: ": " },
		{ type: "place", name: "zone name", zone: 3 },
		{ type: "literal", text: " is " },
		{ type: "place", name: "zone", zone: 3 },
		{ type: "literal", text: "{}." },
	]);
	expect(readTemplate("")).toEqual([]);
});

test("the zones of a template are those that it names", () => {
	const template = readTemplate("{zone 3} {zone 12 name} {open zones}");
	expect(typeof template === "string" ? template : zonesIn(template)).toEqual([
		3, 12,
	]);
});

const LIST =
	"there are {zone 3}, {zone 3 name}, {mode}, {open zones}, {alarms}, {troubles}, {siren}, {time}, {name}";

test.each([
	["{colour}", `there is no placeholder {colour}; ${LIST}`],
	["{}", `there is no placeholder {}; ${LIST}`],
	["{Mode}", `there is no placeholder {Mode}; ${LIST}`],
	["{zone 0}", `there is no placeholder {zone 0}; ${LIST}`],
	["{zone 99}", `there is no placeholder {zone 99}; ${LIST}`],
	["{zone 3 pin}", `there is no placeholder {zone 3 pin}; ${LIST}`],
	["{constructor}", `there is no placeholder {constructor}; ${LIST}`],
	["{mode", "write {{ for a {, because a single one begins a placeholder"],
	["mode}", "write }} for a }, because a single one begins a placeholder"],
])("%s is refused with what there is", (text, fault) => {
	expect(readTemplate(text)).toBe(fault);
});
