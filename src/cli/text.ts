import { ExitCode } from "./exit-code.ts";
import { instantOf } from "./instant.ts";
import { panelFile } from "./panel-file.ts";
import { senderOptions } from "./sender-options.ts";
import { defineVerb } from "./verb.ts";

export const text = defineVerb({
	command: "text <message..>",
	describe: "Hand one SMS to the panel and print its reply",
	examples: [
		["text PROG 7982 USRS:1,1234,JOHN,1", "program user 1; prints USRS:OK"],
		["text 'PROG 7982 MOD?:' --json", "everything that came of it, as JSON"],
	],
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
		const { openPanel } = await import("../device/panel-file.ts");
		const { systemClock } = await import("../time/system-clock.ts");
		const { virtualClock } = await import("../time/virtual-clock.ts");
		const { print, complain } = await import("./print.ts");
		const { reportOn } = await import("../device/report-on.ts");
		const { explainEntry } = await import("./explain-entry.ts");

		const clock = at === undefined ? systemClock : virtualClock(instantOf(at));
		const { onTrouble } = await import("./failure.ts");
		const panel = await openPanel({
			file: panelFile(config),
			owner: "alarmpanel text",
			clock,
			number,
			onTrouble,
		});
		try {
			const exchange = await panel.text({
				from,
				text: message.join(" "),
			});
			const { response, journal } = exchange;
			if (json) print(reportOn(exchange, showSecrets));
			else if (response.reply !== null) print(response.reply);
			if (!json)
				for (const entry of journal) complain(explainEntry(panel.model, entry));
			return response.verdict.type === "done" ? ExitCode.ok : ExitCode.refused;
		} finally {
			await panel.close();
		}
	},
});
