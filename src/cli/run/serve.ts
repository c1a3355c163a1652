import { DEFAULT_NUMBER } from "../../network/default-numbers.ts";
import { wishToEnd } from "../line/ending.ts";
import { UsageError } from "../line/exit-code.ts";
import { panelFile } from "../line/panel-file.ts";
import { defineVerb } from "../line/verb.ts";
import { demandProgram } from "../service/on-trouble.ts";
import { mqttOptions } from "./mqtt.ts";
import { forgetPanel } from "./mqtt-forget.ts";
import { runNeeds, runOptions, runPanel } from "./run-panel.ts";

export const serve = defineVerb({
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
		[
			"serve --mqtt mqtts://broker.lan",
			"the panel in Home Assistant; docs/home-assistant.md says more",
		],
		["serve --trace", "AT commands and answers, both ways"],
		["serve --json", "addresses first, then what happens, one object a line"],
	],
	goesWith: runNeeds,
	apart: [["mqtt-password", "mqtt-password-file"]],
	options: (yargs) =>
		mqttOptions(
			runOptions(
				yargs.option("number", {
					type: "string",
					default: DEFAULT_NUMBER,
					requiresArg: true,
					describe: "the panel's own number",
				}),
			),
		)
			.option("mqtt-forget", {
				type: "boolean",
				default: false,
				describe:
					"run no panel: clear what it left at the broker of MQTT, its discovery and its states",
			})
			.option("on-trouble", {
				type: "string",
				requiresArg: true,
				describe:
					"a program that is run when a trouble begins or ends, with the trouble as JSON on its stdin",
			})
			.option("trace", {
				type: "boolean",
				default: false,
				describe:
					"show the bytes between programs and modems, with what they mean; texts and PINs of SIM cards are masked unless --show-secrets",
			}),
	async run(argv, isTyped) {
		const { config, modem, line, onTrouble } = argv;
		const mqtt = { ...argv, isTyped };
		if (argv.mqttForget) {
			refuseRunning(Object.keys(argv).filter(isTyped));
			return await forgetPanel(panelFile(config), OWNER, mqtt);
		}
		if (onTrouble !== undefined) demandProgram(onTrouble);
		const ended = wishToEnd();
		return await runPanel(
			argv,
			{
				owner: OWNER,
				lines:
					line.length === 0 && modem === "virtual:" ? [DEFAULT_LINE] : line,
				isService: true,
				trace: argv.trace,
				mqtt,
				onTrouble,
				throwAway: null,
				show: null,
			},
			isTyped,
			() => ended,
		);
	},
});

/**
 * A panel that is forgotten is not run.
 * @param typed options on the line
 * @throws UsageError
 */
function refuseRunning(typed: readonly string[]): void {
	const odd = typed.find((option) => !FORGET_HEEDS.test(option));
	if (odd !== undefined)
		throw new UsageError(`--mqtt-forget and --${odd} do not go together`);
}

/** Options that `--mqtt-forget` has a use for. */
const FORGET_HEEDS = /^(mqtt.*|config|json|show-secrets|dialect)$/;

const OWNER = "alarmpanel serve";

/** When nobody names a line, one for the default phone, at a port that is free. */
const DEFAULT_LINE = "+15550101=tcp://127.0.0.1:0";
