import { stored } from "../../panel/state/stored.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const fsst = defineCommand({
	word: "FSST",
	help: "Set how sensitive the fall sensor is.",
	source: "ML58",
	synonyms: ["fall", "sensitivity"],
	parameters: {
		sensitivity: required(stored.pendant.fallSensitivity),
	},
	stores: "pendant",
	example: { sensitivity: 1 },
	inverse: [
		{ part: "stored.pendant", sets: { sensitivity: "fallSensitivity" } },
	],
	toEvent: ({ sensitivity }) => ({
		type: "store",
		section: "pendant",
		values: { fallSensitivity: sensitivity },
	}),
});
