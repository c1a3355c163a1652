import fc from "fast-check";
import { expect, test } from "vitest";
import type { BlockResult } from "../../../src/replay/run/block-result.ts";
import { ToldShelf } from "../../../src/replay/run/told-lines.ts";

function result(told: Uint8Array): BlockResult {
	return { told } as BlockResult;
}

test("what is put on the shelf stays as it was until it is released", () => {
	const turn = fc.record({
		told: fc.uint8Array({ maxLength: 40 }),
		releases: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(turn), (turns) => {
			const shelf = new ToldShelf();
			const waiting: { was: readonly number[]; now: BlockResult }[] = [];
			for (const { told, releases } of turns) {
				const was = [...told];
				const now = shelf.put(result(told));
				// The memory that it came in is used for what comes next.
				told.fill(0);
				waiting.push({ was, now });
				for (const each of waiting)
					expect([...each.now.told]).toEqual(each.was);
				const first = releases ? waiting.shift() : undefined;
				if (first !== undefined) shelf.release(first.now);
			}
		}),
	);
});

test("a thousand blocks, one after the other, take memory for one", () => {
	const shelf = new ToldShelf();
	const memories = new Set<ArrayBufferLike>();
	for (let at = 0; at < 1000; at += 1) {
		const kept = shelf.put(result(new Uint8Array(100_000 + at)));
		memories.add(kept.told.buffer);
		shelf.release(kept);
	}
	expect([...memories].map(({ byteLength }) => byteLength)).toEqual([131_072]);
});

test("more than a few MB is not kept", () => {
	const shelf = new ToldShelf();
	const large = shelf.put(result(new Uint8Array(5 * 1024 * 1024)));
	shelf.release(large);
	const small = shelf.put(result(new Uint8Array(1)));
	expect(small.told.buffer).not.toBe(large.told.buffer);
});
