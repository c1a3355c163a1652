/*
 * Asks for so many blocks of a corpus that stands for a large one: the same block
 * again and again. Prints the memory after a tenth and at the end, and the time between.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { usualReading } from "../../src/replay/corpus/reading.ts";
import { resultText } from "../../src/replay/queue/block-result-text.ts";
import { queueAddress } from "../../src/replay/queue/queue-address.ts";
import { queueHands } from "../../src/replay/queue/queue-hands.ts";
import { queuePackages } from "../../src/replay/queue/queue-packages.ts";
import { BlockRunner } from "../../src/replay/run/run-block.ts";
import { stopwatch } from "../../src/time/stopwatch.ts";
import { systemClock } from "../../src/time/system-clock.ts";

const [file = "", url = "", count = "0"] = process.argv.slice(2);
const blocks = Number(count);
const settings = {
	model: vst2752.name,
	seed: 1,
	channel: [],
	quirks: [],
	shard: null,
	filter: null,
	bail: null,
	update: false,
	showSecrets: false,
	coverage: false,
	tellsPassed: false,
	tellsTimeline: false,
	tellsTimes: false,
	marks: false,
	reading: usualReading,
};
const runner = new BlockRunner(settings, vst2752);
const block = { pieces: [{ file, range: null }], size: 0 };
const one = await runner.run(block);
const result = resultText({ result: { ...one, ids: new Uint32Array() } });
const address = queueAddress(url);
if (address === null) throw new Error(url);
const answerer = spawn(
	process.execPath,
	[
		...["--import", "tsx", join(import.meta.dirname, "answerer.ts")],
		...[String(address.port), result],
	],
	{ stdio: "inherit" },
);

async function* manyBlocks() {
	for (let at = 0; at < blocks; at += 1) yield block;
}

let told = 0;
let early = 0;
let conversations = 0;
let begun = 0;
let usedBefore = process.cpuUsage();
const hands = queueHands({
	address,
	packages: await queuePackages(),
	clock: systemClock,
	files: [file],
	corpusAt: null,
	resume: null,
	signal: new AbortController().signal,
	say: () => {},
});
await hands.run({
	blocks: manyBlocks(),
	settings,
	runner,
	names: new Map(),
	take(_, { passed, failed }) {
		told += 1;
		conversations += passed + failed;
		if (told === Math.ceil(blocks / 10)) {
			early = process.memoryUsage().rss;
			begun = stopwatch();
			usedBefore = process.cpuUsage();
		}
		return true;
	},
});
answerer.kill();
const seconds = (stopwatch() - begun) / 1000;
const late = process.memoryUsage().rss;
const used = process.cpuUsage(usedBefore);
const processor = (used.user + used.system) / 1e6;
console.log(
	JSON.stringify({
		early,
		late,
		seconds,
		processor,
		conversations,
		blocks: blocks * 0.9,
		result: result.length,
	}),
);
process.exit(0);
