import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import {
	resultText,
	workerResult,
} from "../../../src/replay/queue/block-result-text.ts";
import { boundedResult } from "../../../src/replay/queue/bounded-result.ts";
import type { Hands } from "../../../src/replay/run/hands.ts";
import { replay } from "../../../src/replay/run/replay.ts";
import { failingLine } from "../../support/failing-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "alarmpanel-failures-"));
afterAll(() => rmSync(folder, { recursive: true }));

const COUNT = 2100;
const file = join(folder, "c.jsonl");
writeFileSync(
	file,
	Array.from({ length: COUNT }, (_, at) => failingLine(at)).join(""),
);

const options = {
	model: vst2752,
	seed: 1,
	shard: null,
	filter: null,
	bail: null,
	jobs: 1,
	update: false,
	showSecrets: false,
	reporters: [],
	blockSize: 64 * 1024,
};

test("failures of seven causes are seven groups, each with an example", async () => {
	const { causes, failed } = await replay([file], options);
	expect(failed).toBe(COUNT);
	expect(
		causes.map(({ failures, first, shrunk }) => [failures, first, shrunk]),
	).toEqual(
		Array.from({ length: 7 }, (_, at) => [
			300,
			{ id: `c${at}`, file, line: at + 1 },
			[`id c${at}`, "> PROG 7982 ECHO:", `< nothing of kind ${at}`],
		]),
	);
});

test("results that are bounded and sent as text come to the same", async () => {
	const expected = await replay([file], options);
	let longest = 0;
	const far: Hands = {
		async run({ blocks, runner, take }) {
			for await (const block of blocks) {
				const result = boundedResult(await runner.run(block));
				const text = resultText({ result });
				longest = Math.max(longest, text.length);
				const read = workerResult(text);
				if (read === null || !("result" in read)) throw new Error(text);
				await take(block, read.result);
			}
		},
	};
	const told: string[] = [];
	const summary = await replay([file], {
		...options,
		hands: far,
		reporters: [
			{
				failed: ([report]) => void told.push(report?.id ?? ""),
				malformed() {},
				ended() {},
			},
		],
	});
	expect(summary).toEqual(expected);
	expect(told.length).toBeLessThan(COUNT);
	expect(longest).toBeLessThan(512 * 1024);
});

test("what is no result is none", () => {
	for (const text of ["", "{}", '{"result":{}}', '{"result":{"told":[]}}'])
		expect(workerResult(text)).toBe(null);
});
