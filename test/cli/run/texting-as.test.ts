import { expect, test } from "vitest";
import { textingAs } from "../../../src/cli/run/texting-as.ts";
import { ANNA, panelWithPeople } from "../../support/panel-with-people.ts";

test.each([
	["anna", ANNA],
	["+33 6 12 34 56 70", "+33612345670"],
	["0612345678", "0612345678"],
	["Vodafone", "Vodafone"],
])("/as %s texts from %s", (who, from) => {
	expect(textingAs(panelWithPeople.remote, who)).toBe(from);
});
