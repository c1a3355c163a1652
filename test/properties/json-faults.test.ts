import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonFault } from "../../src/store/json/json-fault.ts";

test("a text has a fault exactly when it is not JSON", () => {
	fc.assert(
		fc.property(damagedJson(), (text) => {
			expect(jsonFault(text) === null).toBe(isJson(text));
		}),
		{ numRuns: 2000 },
	);
});

/** JSON, as it is or with a piece of it replaced by some signs. */
function damagedJson(): fc.Arbitrary<string> {
	const signs = fc.string({
		unit: fc.constantFrom(...'{}[]:,"\\/0123-+.eEtrufalsn \n\u0001é'),
		maxLength: 3,
	});
	return fc
		.tuple(fc.json(), fc.nat(), fc.nat(3), fc.option(signs))
		.map(([text, seed, length, piece]) => {
			if (piece === null) return text;
			const at = seed % (text.length + 1);
			return text.slice(0, at) + piece + text.slice(at + length);
		});
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
