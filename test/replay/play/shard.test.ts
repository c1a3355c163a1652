import { expect, test } from "vitest";
import { isInShard, shardOf } from "../../../src/replay/play/shard.ts";

test.each([
	["1/1", { index: 1, count: 1 }],
	["2/3", { index: 2, count: 3 }],
	["0/3", null],
	["4/3", null],
	["1/0", null],
	["-1/3", null],
	["1", null],
	["1/3/5", null],
])("%s", (text, shard) => {
	expect(shardOf(text)).toEqual(shard);
});

test("where a conversation belongs goes by its id alone", () => {
	const ids = ["a", "b", "c", "d", "e", "f", "g"];
	const shardsOf = (all: readonly string[]) =>
		all.map((id) =>
			[1, 2, 3].find((index) => isInShard({ index, count: 3 }, id)),
		);
	expect(shardsOf(ids)).toEqual([2, 2, 3, 2, 3, 3, 1]);
	expect(shardsOf(ids.toReversed())).toEqual(shardsOf(ids).toReversed());
});
