import { expect, test } from "vitest";
import { murmurHash } from "../../src/simulation/murmur-hash.ts";

test.each([
	["", "00000000000000000000000000000000"],
	// As published with the algorithm's ports.
	[
		"I will not buy this record, it is scratched.",
		"a0a9683b25ac5e40d9af2895890dddf5",
	],
])("hashes %j as MurmurHash3_x86_128 does", (text, hash) => {
	expect(hashOf(new Int32Array(new TextEncoder().encode(text).buffer))).toBe(
		hash,
	);
});

test("hashes what is left over behind whole blocks", () => {
	const words = Int32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]);
	expect(hashOf(words)).toBe("0dc403cebe354cf68ed828142812987f");
});

function hashOf(words: Int32Array): string {
	const lanes = new Uint32Array(4);
	murmurHash(words, words.length, lanes);
	return Array.from(lanes, (lane) => lane.toString(16).padStart(8, "0")).join(
		"",
	);
}
