import { armingPlanned } from "../../panel/alarm/arm-at.ts";
import { fields } from "../../panel/state/fields.ts";
import { nextTimeOfDay } from "../../panel/state/wall-clock.ts";
import { required } from "../../parameters/parameter.ts";
import { checkFirst } from "./check-first.ts";
import { oneSms } from "./one-sms.ts";
import { definePlain } from "./plain-command.ts";
import { dayAndTime } from "./when.ts";

export const armAt = definePlain({
	word: "ARM AT",
	help: "Arm away at the next such time, once and in spite of faults; a newer one takes its place.",
	source: "AndroidAPS SMS commands",
	synonyms: ["schedule", "later", "time", "tonight"],
	parameters: { time: required(fields.armTime) },
	example: { time: "22:30" },
	toEvent: ({ time }) => ({ type: "arm-at", ...clockTime(time) }),
	action({ say, state, now }, { time }) {
		const { hour, minute } = clockTime(time);
		const { timeZone } = state.options;
		const due = nextTimeOfDay(hour, minute, timeZone, now);
		return say.actions.armAt(due === null ? time : dayAndTime(state, due));
	},
	reply(done) {
		const { say, state, refusal } = done;
		const due = armingPlanned(state);
		return refusal !== null || due === null
			? oneSms(say, [say.notDone, checkFirst(done)])
			: say.willArm(dayAndTime(state, due));
	},
	wrong: ({ say }, form) =>
		oneSms(say, [say.wrongTime, say.notUnderstood(form)]),
});

function clockTime(time: string): { hour: number; minute: number } {
	return { hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) };
}
