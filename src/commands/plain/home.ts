import { armedReply } from "./armed-reply.ts";
import { definePlain } from "./plain-command.ts";

export const home = definePlain({
	word: "HOME",
	help: "Arm home, for the night; names what is open or out of order, and does not arm then.",
	source: "AndroidAPS SMS commands",
	synonyms: ["stay", "night", "part set"],
	parameters: {},
	bare: true,
	example: {},
	toEvent: () => ({ type: "set-mode", mode: "home-1", force: false }),
	action: ({ say }) => say.actions.arm("home"),
	reply: (done) => armedReply(done, "home"),
});
