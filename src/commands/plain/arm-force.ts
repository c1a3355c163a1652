import { armedReply } from "./armed-reply.ts";
import { faultNames } from "./faults.ts";
import { oneSms } from "./one-sms.ts";
import { definePlain } from "./plain-command.ts";

export const armForce = definePlain({
	word: "ARM FORCE",
	help: "Arm away in spite of faults; what is open is left out.",
	source: "AndroidAPS SMS commands; ZW41 for arming by force",
	synonyms: ["force", "away", "fault", "open zone"],
	parameters: {},
	bare: true,
	example: {},
	toEvent: () => ({ type: "set-mode", mode: "away", force: true }),
	action({ say, state }) {
		const faults = faultNames(say, state, "away");
		if (faults.length === 0) return say.actions.arm("away");
		// A question is one SMS: the list is cut before it stands in it.
		const list = oneSms(say, [{ head: "", items: faults.slice(0, 3) }]);
		const more = faults.length > 3 ? `, ${say.more(faults.length - 3)}` : "";
		return say.actions.force(`${list.slice(0, -1)}${more}`);
	},
	reply: (done) => armedReply(done, "away"),
});
