import fc from "fast-check";
import { expect, test } from "vitest";
import {
	type Deed,
	DURESS,
	differences,
	OWN,
	told,
} from "../support/told-by-page.ts";

test("whatever is done, and whichever code is typed, the page tells the same", async () => {
	const deed: fc.Arbitrary<Deed> = fc.constantFrom<Deed>(
		{ step: "keypad CODE away" },
		{ step: "keypad CODE home" },
		{ step: "keypad CODE disarm" },
		{ step: "keypad CODE remote off" },
		{ step: "keypad CODE remote on" },
		{ step: "keypad 4321 disarm" },
		{ step: "mqtt CODE away" },
		{ step: "mqtt CODE disarm" },
		{ step: "zone 1 open" },
		{ step: "zone 1 close" },
		{ step: "zone 4 trip" },
		{ step: "mains fail" },
		{ step: "mains restore" },
		{ step: "power cut" },
		{ step: "power restore" },
		{ text: "ARM CODE" },
		{ text: "DISARM CODE" },
		{ text: "STATUS" },
		{ text: "PROG 7982 LOG?" },
		{ pass: "1s" },
		{ pass: "45s" },
		{ pass: "11m" },
		{ pass: "25h" },
	);
	await fc.assert(
		fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
			const [own, forced] = [await told(deeds, OWN), await told(deeds, DURESS)];
			expect(differences(forced, own)).toEqual([]);
		}),
		{ numRuns: 100 },
	);
});
