import { askedModel } from "../line/asked-model.ts";
import { Screen } from "../line/screen.ts";
import { senderOptions } from "../line/sender-options.ts";
import { defineVerb } from "../line/verb.ts";
import { runOptions, runPanel } from "./run-panel.ts";
import { talk as talkInPipe } from "./talk-in-pipe.ts";
import { talk as talkOnTerminal } from "./talk-on-terminal.ts";

export const run = defineVerb({
	examples: [
		["run", "type messages, read replies; /help says more"],
		["run < messages.txt", "a transcript on stdout, reasons on stderr"],
		["run --record evening.smst", "write it down, for replay evening.smst"],
		["echo '@ +30s' | run", "in a pipe, time can be moved ahead"],
		["run --json < messages.txt", "JSON Lines of what came of each"],
		["run --model cr200", "a throw-away panel, to try things out"],
		["run --speed 60", "a minute of the panel is a second"],
	],
	options: (yargs) =>
		runOptions(senderOptions(yargs)).option("model", {
			type: "string",
			requiresArg: true,
			describe:
				"a throw-away panel of this model, fresh from the factory; nothing is kept",
		}),
	async run(argv) {
		const { from, modem, line, showSecrets } = argv;
		const { isTTY } = process.stdin;
		const phone = isTTY && modem === "virtual:" && line.length === 0;
		const screen = new Screen();
		return await runPanel(
			argv,
			{
				owner: "alarmpanel run",
				lines: phone ? [`${from}=tcp://127.0.0.1:0`] : line,
				isService: false,
				throwAway: argv.model === undefined ? null : askedModel(argv.model),
				// Whoever types here has all phones of the virtual network.
				show: phone ? screen.show : null,
			},
			({ panel, clock, hasModem }) =>
				isTTY
					? talkOnTerminal(panel, { phone: from, clock, screen, showSecrets })
					: talkInPipe(panel, {
							...{ from, clock, showSecrets, hasModem },
							input: process.stdin,
							timed: argv.speed !== undefined,
							json: argv.json,
						}),
		);
	},
});
