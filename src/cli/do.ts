import { ExitCode, UsageError } from "./exit-code.ts";
import { panelFile } from "./panel-file.ts";
import { defineVerb } from "./verb.ts";

export const doVerb = defineVerb({
	examples: [
		["do", "everything that can happen"],
		["do zone 3 open", "a door opens"],
		["do keypad 1234 disarm", "somebody types a code"],
		["do power cut", "mains and battery are gone"],
	],
	options: (yargs) =>
		yargs.positional("step", {
			array: true,
			type: "string",
			describe: "a step of the step language, its words joined with spaces",
		}),
	async run({ step, config, json, showSecrets }) {
		const { print, complain } = await import("./print.ts");
		const { happenings } = await import("../panel/happenings.ts");
		if (step === undefined || step.length === 0) {
			if (json) print([...happenings]);
			else
				for (const { words, help } of happenings)
					print(`${words.padEnd(24)}  ${help}`);
			return ExitCode.ok;
		}
		const { doAtPanelFile } = await import("../device/do-at-panel-file.ts");
		const { systemClock } = await import("../time/system-clock.ts");
		const { DEFAULT_NUMBER } = await import("../device/default-numbers.ts");
		const { describeOutcome } = await import("./describe-outcome.ts");
		const { onTrouble } = await import("./failure.ts");
		const { drawCaret } = await import("../../grammar/caret.ts");

		const text = step.join(" ");
		const happened = await doAtPanelFile(
			{
				file: panelFile(config),
				owner: "alarmpanel do",
				clock: systemClock,
				number: DEFAULT_NUMBER,
				onTrouble,
			},
			text,
			showSecrets,
		);
		const { fault, refusal, changes } = happened;
		if (fault !== null) {
			complain(drawCaret(text, fault));
			throw new UsageError(fault.hint ?? fault.message);
		}
		if (json) print(happened);
		else {
			complain(describeOutcome(happened));
			for (const { path, from, to } of changes)
				print(`${path}: ${JSON.stringify(from)} -> ${JSON.stringify(to)}`);
		}
		return refusal === null ? ExitCode.ok : ExitCode.refused;
	},
});
