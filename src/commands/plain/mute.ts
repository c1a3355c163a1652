import { definePlain } from "./plain-command.ts";

export const mute = definePlain({
	word: "MUTE",
	help: "Stop the siren; the alarm stays until somebody disarms.",
	source: "seed 003",
	synonyms: ["siren", "silence", "quiet", "noise"],
	parameters: {},
	bare: true,
	example: {},
	toEvent: () => ({ type: "mute" }),
	action: ({ say }) => say.actions.mute,
	reply: ({ say, before }) =>
		before.runtime.siren ? say.muted : say.sirenIsOff,
});
