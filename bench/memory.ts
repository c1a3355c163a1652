import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { COMMAND, fourTimes, millionConversations } from "./replay-corpus.ts";
import { report } from "./verdict.ts";

/*
 * What a replay needs in memory at its worst, for a million conversations and
 * for four million: the peak of the resident set of the whole process, as the
 * kernel counted it. With the default number of threads.
 */

const ROUNDS = 3;

const { compact: million } = await millionConversations();
const fourMillion = fourTimes(million);

const small: number[] = [];
const large: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
	small.push(peak(million));
	large.push(peak(fourMillion));
}
rmSync(fourMillion);

console.log(`peak resident set, MiB, median of ${ROUNDS} rounds`);
report("1 million conversations", small);
report("4 million conversations", large);
const ratios = large.map((each, at) => each / (small[at] ?? Number.NaN));
if (!report("4 million / 1 million", ratios, { most: 1.1 }))
	process.exitCode = 1;

/** In MiB. */
function peak(corpus: string): number {
	const code = `
		process.on("exit", () => {
			process.stderr.write("peak " + process.resourceUsage().maxRSS);
		});
		process.argv = [process.argv[0], ${JSON.stringify(COMMAND)}, "replay", ${JSON.stringify(corpus)}];
		await import(${JSON.stringify(COMMAND)});`;
	const { stderr } = spawnSync(
		process.execPath,
		["--input-type=module", "-e", code],
		{ encoding: "utf8" },
	);
	const [, kibibytes] = /peak (\d+)$/.exec(stderr) ?? [];
	if (kibibytes === undefined) throw new Error(stderr);
	return Number(kibibytes) / 1024;
}
