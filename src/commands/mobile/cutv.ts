import { stored } from "../../panel/state/stored.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const cutv = defineCommand({
	word: "CUTV",
	help: "Switch CUTV on or off; the manual does not explain it.",
	source: "ML58",
	synonyms: [],
	parameters: {
		on: required(stored.pendant.cutv),
	},
	stores: "pendant",
	example: { on: true },
	inverse: [{ part: "stored.pendant", sets: { on: "cutv" } }],
	toEvent: ({ on }) => ({
		type: "store",
		section: "pendant",
		values: { cutv: on },
	}),
});
