import { target } from "../../panel/alarm/arming.ts";
import { fields } from "../../panel/state/fields.ts";
import { defineCommand } from "../define.ts";

export const modQuery = defineCommand({
	word: "MOD?",
	help: "Ask for the mode; while an exit delay runs, the one that is being entered.",
	source: "CR18",
	synonyms: ["mode", "status", "state", "armed"],
	parameters: {},
	example: {},
	// The manual prints the answer with MODE, not with the word that was sent.
	answer: ({ runtime }) => {
		const into = target(runtime);
		const mode = into === "home" ? (`home-${runtime.home}` as const) : into;
		return `MODE?${fields.mode.kind.print(mode)}`;
	},
});
