import { readPanel } from "../../device/file/panel-file.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { factoryState } from "../../panel/state/state.ts";
import { askedModel } from "../line/asked-model.ts";
import { UsageError } from "../line/exit-code.ts";
import { panelFile } from "../line/panel-file.ts";
import { Screen } from "../line/screen.ts";
import { senderOptions } from "../line/sender-options.ts";
import { defineVerb } from "../line/verb.ts";
import { PipeAccount } from "./pipe-account.ts";
import { runNeeds, runOptions, runPanel } from "./run-panel.ts";
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
		[
			"run --digest evening < messages.txt",
			"what a replay of the conversation evening prints for it",
		],
	],
	goesWith: runNeeds,
	apart: [["model", "config"]],
	// An empty sender is nobody.
	mayBeEmpty: ["from", "digest"],
	options: (yargs) =>
		runOptions(senderOptions(yargs))
			.option("model", {
				type: "string",
				requiresArg: true,
				describe:
					"a throw-away panel of this model, fresh from the factory; nothing is kept",
			})
			.option("digest", {
				type: "string",
				describe:
					"in a pipe: the panel's time stands still but for @, and the digest of the conversation with this id ends the output",
			}),
	async run(argv, isTyped) {
		const { from, modem, line, showSecrets } = argv;
		const { isTTY } = process.stdin;
		if (isTTY && isTyped("json"))
			throw new UsageError("run --json: only in a pipe");
		const phone = isTTY && modem === "virtual:" && line.length === 0;
		const screen = new Screen();
		const { digest } = argv;
		// A file on the line is nearer than the model of --dialect.
		const model =
			isTyped("config") && !isTyped("model") ? undefined : argv.model;
		const remembered =
			digest === undefined
				? null
				: await beginningFor({ ...argv, model }, isTTY);
		return await runPanel(
			argv,
			{
				owner: "alarmpanel run",
				lines: phone ? [`${from}=tcp://127.0.0.1:0`] : line,
				isService: false,
				standsStill: digest !== undefined,
				throwAway: model === undefined ? null : askedModel(model),
				// Whoever types here has all phones of the virtual network.
				show: phone ? screen.show : null,
			},
			isTyped,
			({ panel, clock, hasModem }) =>
				isTTY
					? talkOnTerminal(panel, { phone: from, clock, screen, showSecrets })
					: talkInPipe(panel, {
							from,
							clock,
							showSecrets,
							hasModem,
							input: process.stdin,
							timed: argv.speed !== undefined,
							json: argv.json,
							account:
								digest === undefined || remembered === null
									? null
									: {
											id: digest,
											book: new PipeAccount(panel, clock, remembered),
										},
						}),
		);
	},
});

/**
 * What the panel remembers before it is started.
 * @throws UsageError where a replay could not do the same
 */
async function beginningFor(
	argv: {
		readonly config?: string | undefined;
		readonly model?: string | undefined;
		readonly modem: string;
		readonly line: readonly string[];
		readonly speed?: string | undefined;
	},
	isTTY: boolean,
): Promise<PanelState> {
	if (isTTY) throw new UsageError("--digest: only in a pipe");
	if (argv.modem !== "virtual:" || argv.line.length > 0)
		throw new UsageError("--digest: not with a modem or phone lines");
	if (argv.speed !== undefined)
		throw new UsageError("--digest: not with --speed, the time stands still");
	if (argv.model !== undefined) {
		const { name, sections } = askedModel(argv.model);
		return factoryState(name, sections);
	}
	return (await readPanel(panelFile(argv.config))).state;
}
