import { expect, test } from "vitest";
import { Account, Mark } from "../../src/simulation/account.ts";
import { RunDigest } from "../../src/simulation/digest.ts";
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
	const account = new Account();
	account.text("a");
	digest.add("b", hashOf(account));
	expect(digest.parts).toEqual({
		count: 1,
		sum: "bda0da59add24b7d4baa89617e407530",
	});
});

test.each<[string, (account: Account) => void, (account: Account) => void]>([
	["lone surrogates", write("\ud800"), write("\ud801")],
	["where a text ends", write("ab", "c"), write("a", "bc")],
	["a text and a number", write("1"), (account) => account.number(1)],
	[
		"large numbers",
		(account) => account.number(1),
		(account) => account.number(1 + 2 ** 32),
	],
	[
		"a number and a broken one",
		(account) => account.number(0),
		(account) => account.number(0.5),
	],
	["something and nothing", (account) => account.mark(Mark.gone), () => {}],
])("%s are told apart", (_, one, other) => {
	expect(sumOf(one)).not.toBe(sumOf(other));
});

test("an account is written anew where it was taken back, however long it got", () => {
	const long = "x".repeat(5000);
	const taken = sumOf((account) => {
		account.text("a");
		const { length } = account;
		account.text(long);
		account.rewind(length);
		account.text(long);
	});
	expect(taken).toBe(sumOf(write("a", long)));
});

function write(...texts: readonly string[]) {
	return (account: Account) => {
		for (const text of texts) account.text(text);
	};
}

function sumOf(written: (account: Account) => void): string {
	const account = new Account();
	written(account);
	return digestOf(account).parts.sum;
}
