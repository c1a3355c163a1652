import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { Conversation } from "../../src/replay/conversation.ts";
import { replay } from "../../src/replay/replay.ts";
import { writeJsonLine } from "../../src/replay/write-json-line.ts";

const folder = mkdtempSync(join(tmpdir(), "alarmpanel-recalled-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "corpus.jsonl");

/** Few texts, so that the same come again. */
const lone = fc
	.record({
		text: fc.constantFrom(
			"PROG 7982 MODE:A",
			"PROG 7982 USRS:1,4711,Zoë",
			"PROG 0000 ECHO:",
			"PROG 7982 USRS:99999",
			"hello",
		),
		from: fc.constantFrom(null, "+15550177"),
		replies: fc.constantFrom(
			null,
			[],
			[{ to: null, pattern: "MODE:OK" }],
			[{ to: null, pattern: "...:..." }],
		),
		model: fc.constantFrom(null, "vst-2752", "cr200"),
	})
	.map(
		({ model, ...sms }): Conversation => ({
			...{ id: "a", model, config: null, seed: null, source: null, tags: [] },
			steps: [{ type: "sms", ...sms }],
		}),
	);

const longer = fc
	.tuple(lone, lone)
	.map(([one, other]) => ({ ...one, steps: [...one.steps, ...other.steps] }));

test("a run in which texts are recalled comes to what the same conversations come to one by one", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.oneof({ weight: 4, arbitrary: lone }, longer), {
				minLength: 1,
				maxLength: 12,
			}),
			async (all) => {
				const whole = await replayed(all);
				const each = [];
				for (const one of all) each.push(await replayed([one]));
				expect(whole.passed).toBe(sum(each.map(({ passed }) => passed)));
				expect(whole.failed).toBe(sum(each.map(({ failed }) => failed)));
				expect(whole.hash).toBe(
					each.reduce((hash, one) => (hash + one.hash) % 2n ** 128n, 0n),
				);
			},
		),
		{ numRuns: 60 },
	);
});

async function replayed(conversations: readonly Conversation[]) {
	writeFileSync(file, conversations.map(writeJsonLine).join("\n"));
	const { passed, failed, sum } = await replay([file], {
		model: vst2752,
		seed: 1,
		shard: null,
		filter: null,
		bail: null,
		update: false,
		showSecrets: false,
		reporters: [],
	});
	return { passed, failed, hash: BigInt(`0x${sum.sum}`) };
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
