import { changeAtPanelFile } from "../../device/file/change-at-panel-file.ts";
import { readPanel } from "../../device/file/panel-file.ts";
import { DEFAULT_NUMBER } from "../../network/default-numbers.ts";
import { systemClock } from "../../time/system-clock.ts";
import {
	peopleJson,
	peopleText,
	unknownText,
} from "../../views/people-text.ts";
import { ExitCode } from "../line/exit-code.ts";
import { onTrouble } from "../line/failure.ts";
import { panelFile } from "../line/panel-file.ts";
import { complain, print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";
import { addition, change } from "./people-change.ts";

const actions = ["add", "list", "remove", "enable", "disable"] as const;

export const people = defineVerb({
	examples: [
		[
			"people add +33612345678 --name Anna --user 2 --can arm,disarm",
			"let Anna's phone arm and disarm, with user 2's PIN",
		],
		[
			"people add +33612345678 --number +33187654321",
			"a second number for the same person",
		],
		[
			"people list --unknown",
			"unlisted numbers that have texted, if the panel records them",
		],
		["people disable Anna", "stop letting Anna in; her number works too"],
		["people enable", "switch remote access on for everybody"],
	],
	options: (yargs) =>
		yargs
			.positional("action", {
				choices: actions,
				demandOption: true,
				describe: "what to do",
			})
			.positional("who", {
				type: "string",
				describe: "a phone number, or the name of a person on the list",
			})
			.option("name", {
				type: "string",
				requiresArg: true,
				describe: "add: the person's name",
			})
			.option("user", {
				type: "number",
				requiresArg: true,
				describe:
					"add: the panel user whose PIN this person confirms with; default 1",
			})
			.option("can", {
				type: "string",
				requiresArg: true,
				describe:
					"add: rights, of arm, disarm, bypass, status, program, script; else status",
			})
			.option("number", {
				type: "string",
				array: true,
				requiresArg: true,
				describe: "add: further numbers of the same person",
			})
			.option("language", {
				choices: ["en", "fr", "es"] as const,
				requiresArg: true,
				describe: "add: language of the answers; else the panel's",
			})
			.option("notices", {
				type: "string",
				requiresArg: true,
				describe:
					"add: of results, alarms, troubles, or none; else all of them",
			})
			.option("unknown", {
				type: "boolean",
				default: false,
				describe:
					"list: show unlisted numbers that have texted, if the panel records them",
			}),
	async run({ action, who, unknown, config, json, showSecrets, ...given }) {
		const file = panelFile(config);
		if (action === "list") {
			const { state } = await readPanel(file);
			if (json) print(peopleJson(state, showSecrets));
			else print(unknown ? unknownText(state) : peopleText(state));
			return ExitCode.ok;
		}
		const { refusal, wanted, state } = await changeAtPanelFile(
			{
				file,
				owner: "alarmpanel people",
				clock: systemClock,
				number: DEFAULT_NUMBER,
				onTrouble,
			},
			(panel) =>
				action === "add"
					? addition(panel, who, given)
					: change(panel, action, who),
		);
		if (refusal !== null) {
			const { message, hint } = refusal;
			complain(`alarmpanel: ${message}${hint === null ? "" : ` (${hint})`}`);
			return ExitCode.refused;
		}
		if (json) print(peopleJson(state, showSecrets));
		else print(wanted.done(state));
		for (const warning of wanted.warnings(state)) complain(warning);
		return ExitCode.ok;
	},
});
