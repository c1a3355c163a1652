import { expect, test } from "vitest";
import { attributes } from "../../src/panel/attributes.ts";
import { behaviours } from "../../src/panel/behaviour.ts";

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
