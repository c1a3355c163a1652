import { target } from "../../panel/alarm/target-mode.ts";
import { checkFirst } from "./check-first.ts";
import { entryDelayText } from "./entry-delay.ts";
import { faultNames } from "./faults.ts";
import { oneSms } from "./one-sms.ts";
import type { Done } from "./plain-command.ts";
import { namesOf, openZones } from "./zone-names.ts";

/**
 * What came of arming: the exit delay and what stands open, or what is in the
 * way and how to arm all the same.
 */
export function armedReply(done: Done, mode: "home" | "away"): string {
	const { say, before, state, now, refusal } = done;
	if (refusal !== null) {
		const isFault = refusal.code === "arming/fault";
		const faults = isFault ? faultNames(say, state, mode) : [];
		return oneSms(say, [
			say.notArmed,
			{ head: say.heads.faults, items: faults },
			isFault && mode === "away" ? say.howToForce : "",
			isFault ? "" : inTheWay(done),
			checkFirst(done),
		]);
	}
	const exit = state.runtime.deadlines.find(({ kind }) => kind === "exit");
	const seconds = exit === undefined ? 0 : Math.ceil((exit.due - now) / 1000);
	if (target(before.runtime) === mode && seconds === 0)
		return oneSms(say, [say.already(mode), entryDelayText(done)]);
	return oneSms(say, [
		seconds === 0 ? say.armed(mode) : say.leaving(mode, seconds),
		namesOf(say, state, say.heads.open, openZones(state)),
		namesOf(say, state, say.heads.leftOut, state.runtime.leftOut),
	]);
}

/** What keeps it from arming that is no fault: an alarm, else the entry delay. */
function inTheWay(done: Done): string {
	const { say, state } = done;
	const isAlarm = state.runtime.alarms.some(
		({ kind }) => kind !== "silent-panic",
	);
	return isAlarm ? say.disarmFirst : entryDelayText(done) || say.disarmFirst;
}
