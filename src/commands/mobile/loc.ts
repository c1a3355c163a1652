import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const loc = defineCommand({
	word: "LOC",
	help: "Ask where the device is. A simulated one does not know and confirms only.",
	source: "MM85",
	synonyms: ["location", "position", "gps", "where", "find"],
	parameters: { reply: required(fields.locationReply) },
	example: { reply: true },
	toEvent: () => ({ type: "act", act: "locate" }),
});
