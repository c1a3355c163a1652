import { armedReply } from "./armed-reply.ts";
import { definePlain } from "./plain-command.ts";

export const arm = definePlain({
	word: "ARM",
	help: "Arm away, after the exit delay; names what is open or out of order, and does not arm then.",
	source: "AndroidAPS SMS commands",
	synonyms: ["away", "set", "full set", "leave"],
	parameters: {},
	bare: true,
	example: {},
	toEvent: () => ({ type: "set-mode", mode: "away", force: false }),
	action: ({ say }) => say.actions.arm("away"),
	reply: (done) => armedReply(done, "away"),
});
