import { defineCommand } from "../define.ts";

export const rstg = defineCommand({
	word: "RSTG",
	help: "Have the cellular module start anew.",
	source: "MM85",
	synonyms: ["reset", "restart", "reboot", "module", "gsm"],
	parameters: {},
	bare: true,
	example: {},
	toEvent: () => ({ type: "act", act: "reset-module" }),
});
