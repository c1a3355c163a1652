import { expect, test } from "vitest";
import { personWarnings } from "../../src/views/person-warnings.ts";
import { anna, panelWithPeople } from "../support/panel-with-people.ts";

test.each([
	["33612345678", "", true],
	["0612345678", "", true],
	["+33612345678", "", false],
	["33612345678", "FR", false],
])(
	"%s with the country %j is told to be compared as typed: %s",
	(number, country, told) => {
		const remote = { ...panelWithPeople.remote, country };
		const person = { ...anna, numbers: [number] };
		expect(
			personWarnings({ ...panelWithPeople, remote }, person).some(
				({ path }) => path === "remote.people.1.numbers",
			),
		).toBe(told);
	},
);
