import { expect, test } from "vitest";
import { behaviours } from "../../src/derive/behaviour.ts";
import { attributes } from "../../src/panel/state/fields/attributes.ts";

test("every rule has its own id, a source, and a reason where it is not printed", () => {
	const ids = behaviours.map(({ id }) => id);
	expect(ids).toEqual([...new Set(ids)]);
	const silent = behaviours.filter(
		({ rule, source, provenance, reason, id }) =>
			rule === "" ||
			source === "" ||
			(provenance !== "family" &&
				reason === "" &&
				!id.startsWith("contact-id/")),
	);
	expect(silent).toEqual([]);
});

test("a trouble says how long it lasts before it is reported, and where it is looked for", () => {
	const told = new Map(behaviours.map(({ id, rule }) => [id, rule]));
	expect(
		["battery-low", "mains", "jam"].map((name) => told.get(`trouble/${name}`)),
	).toEqual([
		"battery-low: panel battery low, reported at once",
		"mains: mains failure, reported after the mains-report",
		"jam: interference, reported after the jam-time, with jam-detection on",
	]);
	expect(told.get("contact-id/mains")).toBe(
		"mains failure: Contact ID 301, in the general list 301",
	);
});

test("an attribute of which all is inferred, or nothing, is told once", () => {
	const ids = behaviours.map(({ id }) => id);
	expect(ids.filter((id) => id.startsWith("reaction/24-hour"))).toEqual([
		"reaction/24-hour",
	]);
	expect(ids.filter((id) => id.startsWith("reaction/fire"))).toEqual([
		"reaction/fire/inferred",
	]);
});

test("every attribute is told, the inferred cells apart", () => {
	const told = new Set(behaviours.map(({ id }) => id.split("/")[1]));
	expect(attributes.filter(({ value }) => !told.has(value))).toEqual([]);
	expect(
		behaviours.filter(({ id }) => id.startsWith("reaction/home-omit")),
	).toEqual([
		{
			id: "reaction/home-omit",
			rule: "home omit: disarm none, away alarm, home-1 note, home-2 note, home-3 note",
			provenance: "family",
			source: "MZ30",
			reason: "",
		},
		{
			id: "reaction/home-omit/inferred",
			rule: "home omit: exit none, entry none",
			provenance: "inferred",
			source: "MZ30",
			reason: "countdowns as burglar",
		},
	]);
});
