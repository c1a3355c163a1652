import { stored } from "../../panel/state/stored.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const silent = defineCommand({
	word: "SILENT",
	help: "Switch the silent mode on or off.",
	source: "ML58",
	synonyms: ["silent", "quiet", "mute", "sound"],
	parameters: {
		on: required(stored.pendant.silent),
	},
	stores: "pendant",
	example: { on: true },
	inverse: [{ part: "stored.pendant", sets: { on: "silent" } }],
	toEvent: ({ on }) => ({
		type: "store",
		section: "pendant",
		values: { silent: on },
	}),
});
