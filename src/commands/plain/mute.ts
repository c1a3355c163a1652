import { definePlain } from "./plain-command.ts";

export const mute = definePlain({
	word: "MUTE",
	help: "Stop the siren; the alarm stays until somebody disarms.",
	source: "AndroidAPS SMS commands",
	synonyms: ["siren", "silence", "quiet", "noise"],
	parameters: {},
	bare: true,
	example: {},
	toEvent: () => ({ type: "mute" }),
	action: ({ say }) => say.actions.mute,
	reply: ({ say, before }) =>
		before.runtime.siren ? say.muted : say.sirenIsOff,
});
