import { once } from "node:events";
import { setImmediate as turn } from "node:timers/promises";
import { writeJsonLine } from "../../conversation/write-json-line.ts";
import { generated } from "../../replay/generate/generate.ts";
import { systemClock } from "../../time/system-clock.ts";
import { askedModel } from "../line/asked-model.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { complain } from "../line/print.ts";
import { writeOut } from "../line/stdout.ts";
import { errorColors } from "../line/terminal-colors.ts";
import { defineVerb } from "../line/verb.ts";
import { ReplayProgress } from "./replay-progress.ts";

export const generate = defineVerb({
	withoutPanel: true,
	examples: [
		["generate --count 1000 > corpus.jsonl", "one message each"],
		["generate --invalid 20% --seed 7", "a fifth is refused or ignored"],
		[
			"generate --steps 5 --expect --model cr200",
			"five messages each, and what the simulator answers",
		],
	],
	options: (yargs) =>
		yargs
			.option("count", {
				type: "string",
				default: "1000",
				requiresArg: true,
				describe: "how many conversations; 1e6 is a million",
			})
			.option("invalid", {
				type: "string",
				default: "0",
				requiresArg: true,
				describe:
					"the part of the messages that the panel refuses or ignores, as 20% or 0.2",
			})
			.option("steps", {
				type: "string",
				default: "1",
				requiresArg: true,
				describe: "messages in each conversation, to the same panel",
			})
			.option("seed", {
				type: "string",
				default: "1",
				requiresArg: true,
				describe: "of every random choice: the same seed, the same corpus",
			})
			.option("model", {
				type: "string",
				requiresArg: true,
				describe: "the model, named in every line; else the default model",
			})
			.option("expect", {
				type: "boolean",
				default: false,
				describe:
					"write the simulator's answers as expectations; else none are written",
			}),
	async run({ model: modelName, expect, ...argv }) {
		const count = wholeNumber("count", argv.count, 0);
		const steps = wholeNumber("steps", argv.steps, 1);
		const seed = wholeNumber("seed", argv.seed, 0);
		const invalid = partOf("invalid", argv.invalid);
		const model = askedModel(modelName);
		const naming = modelName !== undefined;
		complain(`model ${model.name}, seed ${seed}`);

		// On a terminal only, and not where the corpus itself is shown there.
		const progress =
			process.stderr.isTTY && !process.stdout.isTTY
				? new ReplayProgress(process.stderr, systemClock, errorColors.green)
				: null;
		let block = "";
		let made = 0;
		const recipe = { model, naming, count, steps, invalid, seed, expect };
		for (const conversation of generated(recipe)) {
			block += `${writeJsonLine(conversation)}\n`;
			made += 1;
			if (block.length < BLOCK) continue;
			progress?.update({
				done: made,
				total: count,
				conversations: made,
				failed: null,
			});
			await written(block);
			block = "";
		}
		progress?.hide();
		await written(block);
		return ExitCode.ok;
	},
});

const BLOCK = 64 * 1024;

/**
 * Waits for a slow reader: a corpus may be larger than the memory. A file never
 * makes it wait, so it gives the event loop a turn for Ctrl-C.
 */
async function written(text: string): Promise<void> {
	if (writeOut(text)) await turn();
	else await once(process.stdout, "drain");
}

/** @throws UsageError for any other text */
function wholeNumber(option: string, text: string, least: number): number {
	const number = /^\d+(e\d{1,2})?$/i.test(text) ? Number(text) : Number.NaN;
	if (Number.isSafeInteger(number) && number >= least) return number;
	throw new UsageError(
		`--${option}: a whole number from ${least} on, not ${text}`,
	);
}

/** @throws UsageError for any other text */
function partOf(option: string, text: string): number {
	const [, number, percent] = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text) ?? [];
	const part = Number(number) / (percent === "%" ? 100 : 1);
	if (part >= 0 && part <= 1) return part;
	throw new UsageError(
		`--${option}: a part from 0% to 100%, or from 0 to 1, not ${text}`,
	);
}
