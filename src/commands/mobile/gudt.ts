import { stored } from "../../panel/state/stored.ts";
import { keepIfBlank, kept } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const gudt = defineCommand({
	word: "GUDT",
	help: "Keep the guard times in which an alarm can be called off.",
	source: "MM85",
	synonyms: ["guard time", "delay", "timer"],
	parameters: {
		normal: keepIfBlank(stored.pendant.guardTime, "a blank keeps the old one"),
		fall: keepIfBlank(
			stored.pendant.fallGuardTime,
			"a blank keeps the old one",
		),
	},
	stores: "pendant",
	example: { normal: 10, fall: 15 },
	inverse: [
		{
			part: "stored.pendant",
			sets: { normal: "guardTime", fall: "fallGuardTime" },
		},
	],
	toEvent: ({ normal, fall }) => ({
		type: "store",
		section: "pendant",
		values: { guardTime: kept(normal), fallGuardTime: kept(fall) },
	}),
});
