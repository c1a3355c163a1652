import { expect, test } from "vitest";
import { nearestName } from "../../src/derive/nearest-name.ts";

const names = ["cr200", "jablotron-gd04", "tell-gate", "tell-pager"];

test.each([
	["cr20", "cr200"],
	["cr2000", "cr200"],
	["jablotron", "jablotron-gd04"],
	["jab", "jablotron-gd04"],
	["tel", null],
	["tell-g", "tell-gate"],
	["ja", null],
	["gd04", null],
	["", null],
])("who writes %j means %j", (written, meant) => {
	expect(nearestName(written, names)).toBe(meant);
});
