import { stored } from "../../panel/state/stored.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const falde = defineCommand({
	word: "FALDE",
	help: "Switch the fall detection on or off.",
	source: "ML58",
	synonyms: ["fall", "detection"],
	parameters: {
		on: required(stored.pendant.fallDetection),
	},
	stores: "pendant",
	example: { on: true },
	inverse: [{ part: "stored.pendant", sets: { on: "fallDetection" } }],
	toEvent: ({ on }) => ({
		type: "store",
		section: "pendant",
		values: { fallDetection: on },
	}),
});
