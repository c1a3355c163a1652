import { DEFAULT_NUMBER } from "../device/default-numbers.ts";
import {
	channelOf,
	lineOptions,
	lineWishes,
	settingsOf,
} from "./line-options.ts";
import { modemVariables } from "./modem-options.ts";
import { panelFile } from "./panel-file.ts";
import { goOn, panelClock, speedOf, speedOption } from "./speed.ts";
import { defineVerb } from "./verb.ts";

export const serve = defineVerb({
	command: "serve",
	describe:
		"Run the panel as a service, with phone lines that programs attach to",
	examples: [
		[
			"serve --line +15550101=tcp://127.0.0.1:7070",
			"a modem at that port texts the panel as +15550101",
		],
		["serve --modem serial:///dev/ttyUSB0", "the panel on a real GSM modem"],
		[
			"serve --speed 60",
			"a minute of the panel is a second, the lines' is not",
		],
		["serve --json", "addresses first, then what happens, one object a line"],
	],
	variables: modemVariables,
	options: (yargs) =>
		speedOption(
			lineOptions(
				yargs.option("number", {
					type: "string",
					default: DEFAULT_NUMBER,
					requiresArg: true,
					describe: "the panel's own number",
				}),
			),
		),
	async run(argv) {
		const { config, number, modem, line, expose, baud, hourly } = argv;
		const { json, showSecrets, record } = argv;
		const speed = speedOf(argv.speed);
		const wishes = await lineWishes(
			line.length === 0 && modem === "virtual:" ? [DEFAULT_LINE] : line,
			expose,
		);
		const channel = await channelOf(argv.channel, argv.seed);
		const { openPanel } = await import("../device/panel-file.ts");
		const { onTrouble } = await import("./failure.ts");
		const { factoryCredentials } = await import("./factory-credentials.ts");
		const { complain } = await import("./print.ts");
		const { goOnAir } = await import("./on-air.ts");
		const { wishToEnd } = await import("./ending.ts");

		const recorded =
			record === undefined
				? null
				: (await import("./recording.ts")).recording(
						record,
						"alarmpanel serve",
					);
		const ended = wishToEnd();
		const file = panelFile(config);
		const clock = await panelClock(speed);
		const panel = await openPanel({
			file,
			owner: "alarmpanel serve",
			control: true,
			clock,
			number,
			hourly: hourly === 0 ? Number.POSITIVE_INFINITY : hourly,
			onTrouble,
		});
		try {
			await recorded?.start(panel, clock);
			complain(factoryCredentials(panel.model, panel.state));
			// A service keeps the time of day; only a hurried one is somewhere else.
			if (speed !== 1) await goOn(clock, panel.state);
			const air = await goOnAir(panel, {
				number,
				modem,
				wishes,
				baud,
				channel,
				settings: settingsOf(argv),
				json,
				showSecrets,
				announce: { file },
				show: null,
			});
			const exitCode = await ended;
			await air.close();
			return exitCode;
		} finally {
			await panel.close();
			recorded?.end(clock);
		}
	},
});

/** When nobody names a line, one for the default phone, at a port that is free. */
const DEFAULT_LINE = "+15550101=tcp://127.0.0.1:0";
