import {
	channelOf,
	lineOptions,
	lineWishes,
	settingsOf,
} from "./line-options.ts";
import { modemVariables } from "./modem-options.ts";
import { panelFile } from "./panel-file.ts";
import { senderOptions } from "./sender-options.ts";
import { goOn, panelClock, speedOf, speedOption } from "./speed.ts";
import { defineVerb } from "./verb.ts";

export const run = defineVerb({
	command: "run",
	describe:
		"Run the panel, with a phone to type on; in a pipe each line is an SMS",
	examples: [
		["run", "type messages, read replies; /help says more"],
		["run < messages.txt", "a transcript on stdout, reasons on stderr"],
		[
			"run --record evening.smst",
			"write it down; replay evening.smst holds it",
		],
		["echo '@ +30s' | run", "in a pipe, time can be moved ahead"],
		["run --speed 60", "a minute of the panel is a second"],
	],
	variables: modemVariables,
	options: (yargs) => speedOption(lineOptions(senderOptions(yargs))),
	async run(argv) {
		const { config, from, number, modem, line, expose, baud, hourly } = argv;
		const { showSecrets, record } = argv;
		const speed = speedOf(argv.speed);
		const { isTTY } = process.stdin;
		const phone = isTTY && modem === "virtual:" && line.length === 0;
		const wishes = await lineWishes(
			phone ? [`${from}=tcp://127.0.0.1:0`] : line,
			expose,
		);
		const channel = await channelOf(argv.channel, argv.seed);
		const { openPanel } = await import("../device/panel-file.ts");
		const { factoryCredentials } = await import("./factory-credentials.ts");
		const { complain } = await import("./print.ts");
		const { onTrouble } = await import("./failure.ts");
		const clock = await panelClock(speed);
		const recorded =
			record === undefined
				? null
				: (await import("./recording.ts")).recording(record, "alarmpanel run");
		const panel = await openPanel({
			file: panelFile(config),
			owner: "alarmpanel run",
			control: true,
			clock,
			number,
			hourly: hourly === 0 ? Number.POSITIVE_INFINITY : hourly,
			onTrouble,
		});
		try {
			await recorded?.start(panel, clock);
			complain(factoryCredentials(panel.model, panel.state));
			await goOn(clock, panel.state);
			// A pipe that asks for no line has none: it is done before a modem is up.
			const onAir = wishes.length > 0 || modem !== "virtual:";
			const { Screen } = await import("./screen.ts");
			const screen = new Screen();
			const air = onAir
				? await (await import("./on-air.ts")).goOnAir(panel, {
						number,
						modem,
						wishes,
						baud,
						channel,
						settings: settingsOf(argv),
						json: false,
						showSecrets,
						announce: null,
						// Who types there has all phones of the virtual network in hand.
						show: phone ? screen.show : null,
					})
				: null;
			try {
				if (isTTY) {
					const { talk } = await import("./talk-on-terminal.ts");
					const options = { phone: from, clock, screen, showSecrets };
					return await talk(panel, options);
				}
				const { talk } = await import("./talk-in-pipe.ts");
				return await talk(panel, {
					input: process.stdin,
					from,
					clock,
					timed: argv.speed !== undefined,
					showSecrets,
					onAir,
				});
			} finally {
				await air?.close();
			}
		} finally {
			await panel.close();
			recorded?.end(clock);
		}
	},
});
