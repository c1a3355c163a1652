import { expect, test } from "vitest";
import { modelsFoundBy, modelsMeantBy } from "../../src/models/models.ts";

test.each([
	["VST-2745", ["vst-2752"]],
	["climax", ["vst-2752", "mobile-mates"]],
	["king pigeon", ["kingpigeon-k2", "rtu5023", "rtu5024"]],
	["pigeon  K2", ["kingpigeon-k2"]],
	["Agility", ["risco-lightsys"]],
	["x", ["amc"]],
	["ajax", []],
	["gility", []],
	["", []],
	[" -", []],
])("who looks for %j finds %j", (wanted, names) => {
	expect(modelsFoundBy(wanted).map(({ name }) => name)).toEqual(names);
});

test.each([
	["mz8", "mz-8"],
	["trikdis", "trikdis-g16, trikdis-gv or trikdis-gv14"],
	["Vesta", "mz-8"],
	["tell", "tell-gate or tell-pager"],
	["x", null],
	["ajax", null],
])("who writes %j for a model means %j", (written, meant) => {
	expect(modelsMeantBy(written)).toBe(meant);
});
