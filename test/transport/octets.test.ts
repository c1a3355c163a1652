import fc from "fast-check";
import { expect, test } from "vitest";
import { octetsOf, textOf } from "../../src/transport/octets.ts";

test("octets become text and back as Node has them", () => {
	fc.assert(
		fc.property(fc.uint8Array(), (octets) => {
			const text = textOf(octets);
			expect(text).toBe(Buffer.from(octets).toString("latin1"));
			expect(octetsOf(text)).toEqual(octets);
		}),
	);
	expect([...octetsOf("\u20ac\u00ff")]).toEqual([
		...Buffer.from("\u20ac\u00ff", "latin1"),
	]);
});
