import fc from "fast-check";
import { expect, test } from "vitest";
import { isInShard } from "../../src/replay/play/shard.ts";
import { RunDigest } from "../../src/simulation/digest.ts";
import { DigestInput } from "../../src/simulation/digest-input.ts";
import { hashOf } from "../support/digest.ts";
import { anyString } from "../support/texts.ts";

const accounts = fc.array(anyString, { maxLength: 40 });

test("a run has the same digest in any order", () => {
	fc.assert(
		fc.property(
			accounts.chain((all) =>
				fc.tuple(
					fc.constant(all),
					fc.shuffledSubarray(all, { minLength: all.length }),
				),
			),
			([all, shuffled]) => {
				expect(digestOf(shuffled).text).toBe(digestOf(all).text);
			},
		),
	);
});

test("shards cover every conversation once, and merge into the digest of the whole", () => {
	fc.assert(
		fc.property(accounts, fc.integer({ min: 1, max: 7 }), (ids, count) => {
			const merged = new RunDigest();
			let held = 0;
			for (let index = 1; index <= count; index += 1) {
				const shard = ids.filter((id) => isInShard({ index, count }, id));
				held += shard.length;
				merged.merge(digestOf(shard).parts);
			}
			expect(held).toBe(ids.length);
			expect(merged.text).toBe(digestOf(ids).text);
		}),
	);
});

test("a conversation more, or another one, is another digest", () => {
	fc.assert(
		fc.property(accounts, anyString, anyString, (all, one, other) => {
			fc.pre(one !== other);
			const texts = [all, [...all, one], [...all, other], [...all, one, one]];
			expect(new Set(texts.map((each) => digestOf(each).text)).size).toBe(4);
		}),
	);
});

function digestOf(all: readonly string[]): RunDigest {
	const digest = new RunDigest();
	const digestInput = new DigestInput();
	for (const text of all) {
		digestInput.rewind(0);
		digestInput.text(text);
		digest.add(text, hashOf(digestInput));
	}
	return digest;
}
