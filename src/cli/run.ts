import { panelFile } from "./panel-file.ts";
import { senderOptions } from "./sender-options.ts";
import { defineVerb } from "./verb.ts";

export const run = defineVerb({
	command: "run",
	describe:
		"Run the panel, with a phone to type on; in a pipe each line is an SMS",
	examples: [
		["run", "type messages, read replies; /help says more"],
		["run < messages.txt", "a transcript on stdout, reasons on stderr"],
	],
	options: (yargs) => senderOptions(yargs),
	async run({ config, from, number }) {
		const { openPanel } = await import("../device/panel-file.ts");
		const { systemClock } = await import("../time/system-clock.ts");
		const { factoryCredentials } = await import("./factory-credentials.ts");
		const { complain } = await import("./print.ts");
		const { onTrouble } = await import("./failure.ts");
		const panel = await openPanel({
			file: panelFile(config),
			owner: "alarmpanel run",
			clock: systemClock,
			number,
			onTrouble,
		});
		try {
			complain(factoryCredentials(panel.model, panel.state));
			const { talk } = process.stdin.isTTY
				? await import("./talk-on-terminal.ts")
				: await import("./talk-in-pipe.ts");
			return await talk(panel, from);
		} finally {
			await panel.close();
		}
	},
});
