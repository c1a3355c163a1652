import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const mode = defineCommand({
	word: "MODE",
	help: "Arm, arm home or disarm. Arming runs the exit delay.",
	source: "CR18",
	synonyms: ["arm", "disarm", "home", "away", "set", "unset", "stay"],
	parameters: { mode: required(fields.mode) },
	example: { mode: "away" },
	toEvent: ({ mode }) => ({ type: "set-mode", mode }),
});
