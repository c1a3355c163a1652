import { expect, test } from "vitest";
import { textingAs } from "../../src/cli/texting-as.ts";
import { ANNA, lodge } from "../support/people.ts";

test.each([
	["anna", ANNA],
	["+33 6 12 34 56 70", "+33612345670"],
	["0612345678", "0612345678"],
	["Vodafone", "Vodafone"],
])("/as %s texts from %s", (who, from) => {
	expect(textingAs(lodge.remote, who)).toBe(from);
});
