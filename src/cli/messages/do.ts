import { drawCaret } from "../../../grammar/message/caret.ts";
import { doAtPanelFile } from "../../device/file/do-at-panel-file.ts";
import { readPanel } from "../../device/file/panel-file.ts";
import { DEFAULT_NUMBER } from "../../network/default-numbers.ts";
import { happenings } from "../../panel/happenings.ts";
import { systemClock } from "../../time/system-clock.ts";
import { stepText } from "../../views/step-text.ts";
import { wrapped } from "../../views/words/wrapped.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { onTrouble } from "../line/failure.ts";
import { outputWidth } from "../line/output-width.ts";
import { panelFile } from "../line/panel-file.ts";
import { complain, print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";

export const doVerb = defineVerb({
	examples: [
		["do", "everything that can happen"],
		["do zone 3 open", "a door opens"],
		["do keypad 1234 disarm", "somebody types a code"],
		["do power cut", "mains and battery fail"],
	],
	options: (yargs) =>
		yargs.positional("step", {
			array: true,
			type: "string",
			describe: "a step of the step language, its words joined with spaces",
		}),
	async run({ step, config, json, showSecrets }) {
		if (step === undefined || step.length === 0) {
			if (json) print([...happenings]);
			else
				for (const { words, help } of happenings)
					print(wrapped(`${words.padEnd(24)}  ${help}`, outputWidth(), 24 + 2));
			return ExitCode.ok;
		}

		const text = step.join(" ");
		const file = panelFile(config);
		const happened = await doAtPanelFile(
			{
				file,
				owner: "alarmpanel do",
				clock: systemClock,
				number: DEFAULT_NUMBER,
				onTrouble,
			},
			text,
			showSecrets,
		);
		const { fault, refusal } = happened;
		if (fault !== null) {
			complain(drawCaret(text, fault));
			throw new UsageError(fault.hint ?? fault.message);
		}
		if (json) print(happened);
		else {
			const { state } = await readPanel(file);
			print(stepText(state, happened));
		}
		return refusal === null ? ExitCode.ok : ExitCode.refused;
	},
});
