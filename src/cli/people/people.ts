import { changeAtPanelFile } from "../../device/file/change-at-panel-file.ts";
import { readPanel } from "../../device/file/panel-file.ts";
import { DEFAULT_NUMBER } from "../../network/default-numbers.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
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
import { addition, change, userWithPin } from "./people-change.ts";
import { testPerson } from "./people-test.ts";

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
		["people test Anna", "text Anna's phone, and say whether that arrived"],
	],
	actions: {
		add: {
			options: ["name", "user", "pin", "can", "number", "language", "notices"],
			words: ["NUMBER", "+33612345678 --name Anna"],
		},
		list: { options: ["unknown"], instead: "it lists all" },
		remove: { words: ["WHO", "Anna"] },
		enable: { words: ["[WHO]", "Anna"] },
		disable: { words: ["[WHO]", "Anna"] },
		test: { options: ["yes"], words: ["WHO", "Anna"] },
	},
	options: (yargs) =>
		yargs
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
			.option("pin", {
				type: "string",
				requiresArg: true,
				describe: "add: give the user of --user this PIN; makes the user",
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
			})
			.option("yes", {
				type: "boolean",
				default: false,
				describe: "test: do not ask before a text is sent",
			}),
	async run({
		action,
		who,
		unknown,
		yes,
		pin,
		config,
		json,
		showSecrets,
		...given
	}) {
		const file = panelFile(config);
		if (action === "list") {
			const { state } = await readPanel(file);
			if (json) print(peopleJson(state, showSecrets));
			else print(unknown ? unknownText(state) : peopleText(state));
			return ExitCode.ok;
		}
		if (action === "test") return await testPerson({ file, who, yes, json });
		const options = {
			file,
			owner: "alarmpanel people",
			clock: systemClock,
			number: DEFAULT_NUMBER,
			onTrouble,
		};
		if (pin !== undefined) {
			const { refusal } = await changeAtPanelFile(options, (panel) => {
				// A person that cannot be added leaves no user behind.
				addition(panel, who, given);
				return { change: userWithPin(given.user, pin) };
			});
			if (refusal !== null) return refused(refusal);
		}
		const { refusal, wanted, state } = await changeAtPanelFile(
			options,
			(panel) =>
				action === "add"
					? addition(panel, who, given)
					: change(panel, action, who),
		);
		if (refusal !== null) return refused(refusal);
		if (json) print(peopleJson(state, showSecrets));
		else print(wanted.done(state));
		for (const warning of wanted.warnings(state)) complain(warning);
		return ExitCode.ok;
	},
});

function refused({ message, hint }: Refusal): ExitCode {
	complain(`alarmpanel: ${message}${hint === null ? "" : ` (${hint})`}`);
	return ExitCode.refused;
}
