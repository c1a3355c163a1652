import { expect, test } from "vitest";
import { BlockQueue } from "../../../src/replay/run/worker-job.ts";

const MEBIBYTE = 1024 * 1024;

test("where 2 MiB wait to be told, no block is begun until less waits", () => {
	const queue = new BlockQueue(2);
	const full = [];
	for (const bytes of [MEBIBYTE, MEBIBYTE - 1024, 1]) {
		queue.waits(bytes);
		full.push(queue.isFull);
	}
	expect(full).toEqual([false, false, true]);
	queue.isTold(1);
	expect(queue.isFull).toBe(false);
	// It would never end where it is full.
	queue.waitForRoom();
});

test("what a thread that died had noted is forgotten", () => {
	const queue = new BlockQueue(2);
	queue.waits(9 * MEBIBYTE);
	queue.waitsOnly([MEBIBYTE / 2, MEBIBYTE / 2]);
	expect(queue.isFull).toBe(false);
	queue.waits(MEBIBYTE);
	expect(queue.isFull).toBe(true);
	queue.end();
	expect([queue.isFull, queue.take(1, 10)]).toEqual([false, null]);
});
