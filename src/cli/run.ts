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
		["echo '@ +30s' | run", "in a pipe, time can be moved ahead"],
	],
	options: (yargs) => senderOptions(yargs),
	async run({ config, from, number, showSecrets }) {
		const { openPanel } = await import("../device/panel-file.ts");
		const { systemClock } = await import("../time/system-clock.ts");
		const { aheadClock } = await import("../time/ahead-clock.ts");
		const { factoryCredentials } = await import("./factory-credentials.ts");
		const { complain } = await import("./print.ts");
		const { onTrouble } = await import("./failure.ts");
		const clock = aheadClock(systemClock);
		const panel = await openPanel({
			file: panelFile(config),
			owner: "alarmpanel run",
			clock,
			number,
			onTrouble,
		});
		try {
			complain(factoryCredentials(panel.model, panel.state));
			if (process.stdin.isTTY) {
				const { talk } = await import("./talk-on-terminal.ts");
				return await talk(panel, from);
			}
			const { talk } = await import("./talk-in-pipe.ts");
			return await talk(panel, { from, clock, showSecrets });
		} finally {
			await panel.close();
		}
	},
});
