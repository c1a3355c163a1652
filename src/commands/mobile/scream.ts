import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const scream = defineCommand({
	word: "SCREAM",
	help: "Have the device beep so that it can be found, and ask where it is.",
	source: "MM85",
	synonyms: ["beep", "find", "locate", "alarm"],
	parameters: { length: required(fields.screamTime) },
	example: { length: 60 },
	toEvent: () => ({ type: "act", act: "scream" }),
});
