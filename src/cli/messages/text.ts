import { textPanelFile } from "../../device/file/text-panel-file.ts";
import { systemClock } from "../../time/system-clock.ts";
import { virtualClock } from "../../time/virtual-clock.ts";
import { explainEntry } from "../../views/explain-entry.ts";
import { ExitCode } from "../line/exit-code.ts";
import { onTrouble } from "../line/failure.ts";
import { instantOf } from "../line/instant.ts";
import { panelFile } from "../line/panel-file.ts";
import { complain, print } from "../line/print.ts";
import { demandPanelNumber, senderOptions } from "../line/sender-options.ts";
import { errorColors } from "../line/terminal-colors.ts";
import { defineVerb } from "../line/verb.ts";

export const text = defineVerb({
	examples: [
		["text PROG 7982 USRS:1,1234,JOHN,1", "program user 1; prints USRS:OK"],
		["text 'PROG 7982 MOD?:' --json", "everything that came of it, as JSON"],
	],
	// An empty sender is nobody.
	mayBeEmpty: ["from"],
	options: (yargs) =>
		senderOptions(yargs)
			.positional("message", {
				array: true,
				type: "string",
				demandOption: true,
				describe: "the SMS; its words are joined with spaces",
			})
			.option("at", {
				type: "string",
				requiresArg: true,
				describe: "the panel's time, as 2026-11-20T10:00:00Z; else now",
			}),
	async run({ message, from, number, at, config, json, showSecrets }) {
		demandPanelNumber(number);
		const { model, report, remarks, told } = await textPanelFile(
			{
				file: panelFile(config),
				owner: "alarmpanel text",
				clock: at === undefined ? systemClock : virtualClock(instantOf(at)),
				number,
				onTrouble,
			},
			{ from, text: message.join(" ") },
			showSecrets,
			at === undefined,
		);
		if (json) print(report);
		else {
			if (report.reply !== null) print(report.reply);
			for (const remark of remarks)
				complain(explainEntry(model, remark, errorColors));
			for (const { to, text } of told) complain(`queued for ${to}: ${text}`);
		}
		return report.accepted ? ExitCode.ok : ExitCode.refused;
	},
});
