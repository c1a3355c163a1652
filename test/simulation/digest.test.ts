import { expect, test } from "vitest";
import { RunDigest } from "../../src/simulation/digest.ts";
import { DigestInput, Mark } from "../../src/simulation/digest-input.ts";
import { digestOf, hashOf } from "../support/digest.ts";

test("sums carry from lane to lane and wrap around", () => {
	const digest = new RunDigest();
	digest.merge({ count: 1, sum: "f".repeat(32) });
	digest.merge({ count: 1, sum: `${"0".repeat(31)}2` });
	expect(digest.parts).toEqual({ count: 2, sum: `${"0".repeat(31)}1` });
});

test("the digest of nothing and of one conversation stay what they are", () => {
	const digest = new RunDigest();
	expect(digest.text).toBe(
		"sha256:41a139111c2c8624df1bcfd5275d383f2ad0303da7935b138471f590cde302e5",
	);
	const digestInput = new DigestInput();
	digestInput.text("a");
	digest.add("b", hashOf(digestInput));
	expect(digest.parts).toEqual({
		count: 1,
		sum: "bda0da59add24b7d4baa89617e407530",
	});
});

test.each<
	[
		string,
		(digestInput: DigestInput) => void,
		(digestInput: DigestInput) => void,
	]
>([
	["lone surrogates", write("\ud800"), write("\ud801")],
	["where a text ends", write("ab", "c"), write("a", "bc")],
	["a text and a number", write("1"), (digestInput) => digestInput.number(1)],
	[
		"large numbers",
		(digestInput) => digestInput.number(1),
		(digestInput) => digestInput.number(1 + 2 ** 32),
	],
	[
		"a number and a broken one",
		(digestInput) => digestInput.number(0),
		(digestInput) => digestInput.number(0.5),
	],
	[
		"something and nothing",
		(digestInput) => digestInput.mark(Mark.gone),
		() => {},
	],
])("%s are told apart", (_, one, other) => {
	expect(sumOf(one)).not.toBe(sumOf(other));
});

test("an digestInput is written anew where it was taken back, however long it got", () => {
	const long = "x".repeat(5000);
	const taken = sumOf((digestInput) => {
		digestInput.text("a");
		const { length } = digestInput;
		digestInput.text(long);
		digestInput.rewind(length);
		digestInput.text(long);
	});
	expect(taken).toBe(sumOf(write("a", long)));
});

function write(...texts: readonly string[]) {
	return (digestInput: DigestInput) => {
		for (const text of texts) digestInput.text(text);
	};
}

function sumOf(written: (digestInput: DigestInput) => void): string {
	const digestInput = new DigestInput();
	written(digestInput);
	return digestOf(digestInput).parts.sum;
}
