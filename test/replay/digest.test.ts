import { expect, test } from "vitest";
import { conversationDigest, RunDigest } from "../../src/replay/digest.ts";

test("sums carry from lane to lane and wrap around", () => {
	const digest = new RunDigest();
	digest.merge({ count: 1, sum: "f".repeat(64) });
	digest.merge({ count: 1, sum: `${"0".repeat(63)}2` });
	expect(digest.parts).toEqual({ count: 2, sum: `${"0".repeat(63)}1` });
});

test("the digest of nothing and of one conversation stay what they are", () => {
	const digest = new RunDigest();
	expect(digest.text).toBe(
		"sha256:4ca45b2abf6f33ccea4ee8fc61621feb4d7bda030a61778bb9e9fccd6a9bea5a",
	);
	digest.add(conversationDigest("a"));
	// The SHA-256 of "a".
	expect(digest.parts).toEqual({
		count: 1,
		sum: "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
	});
});

test("lone surrogates are told apart", () => {
	expect(conversationDigest("\ud800")).not.toEqual(
		conversationDigest("\ud801"),
	);
});
