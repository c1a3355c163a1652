import { armingPlanned } from "../../panel/alarm/arm-at.ts";
import { definePlain } from "./plain-command.ts";
import { dayAndTime } from "./when.ts";

export const armCancel = definePlain({
	word: "ARM CANCEL",
	help: "Take back ARM AT, and end an exit delay, which leaves the panel disarmed; an armed panel stays armed.",
	source: "AndroidAPS SMS commands",
	synonyms: ["cancel", "abort", "stop arming", "schedule"],
	parameters: {},
	bare: true,
	example: {},
	toEvent: () => ({ type: "cancel-arming" }),
	action: ({ say }) => say.actions.cancel,
	reply({ say, before }) {
		if (before.runtime.mode === "arming") return say.cancelled;
		const due = armingPlanned(before);
		return due === null
			? say.nothingToCancel
			: say.willNotArm(dayAndTime(before, due));
	},
});
