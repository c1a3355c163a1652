import { targetMode } from "../../panel/alarm/target-mode.ts";
import { fields } from "../../panel/state/fields.ts";
import { Misfit } from "../../parameters/kind.ts";
import { defineCommand } from "../define.ts";

const ANSWER = "MODE?";

export const modQuery = defineCommand({
	word: "MOD?",
	help: "Ask for the mode; while an exit delay runs, the one that is being entered.",
	source: "CR18",
	synonyms: ["mode", "status", "state", "armed"],
	parameters: {},
	example: {},
	// The manual prints the answer with MODE, not with the word that was sent.
	answer: ({ runtime }) =>
		`${ANSWER}${fields.mode.kind.print(targetMode(runtime))}`,
	readings: (answer) => {
		if (!answer.startsWith(ANSWER)) return null;
		const mode = fields.mode.kind.read(answer.slice(ANSWER.length));
		return mode instanceof Misfit ? null : new Map([["mode", mode]]);
	},
});
