import { armingPlanned } from "../../panel/alarm/arm-at.ts";
import { target } from "../../panel/alarm/target-mode.ts";
import { onTestUntil } from "../../panel/reporting/on-test.ts";
import type { Alarm } from "../../panel/state/runtime.ts";
import { entryDelayText } from "./entry-delay.ts";
import { faultName } from "./faults.ts";
import { type Listing, oneSms } from "./one-sms.ts";
import { type Asking, definePlain } from "./plain-command.ts";
import { dayAndTime, recently } from "./when.ts";
import { leftOutZones, namesOf, openZones, zoneName } from "./zone-names.ts";

export const status = definePlain({
	word: "STATUS",
	help: "Say the mode, the siren, alarms, troubles and what is open.",
	source: "AndroidAPS SMS commands",
	synonyms: ["state", "mode", "how is it"],
	parameters: {},
	bare: true,
	example: {},
	reply(asking) {
		const { say, state, now } = asking;
		const { runtime } = state;
		const mode = target(runtime);
		const exit = runtime.deadlines.find(({ kind }) => kind === "exit");
		const planned = armingPlanned(state);
		const until = onTestUntil(state);
		const isOn = mode !== "disarm" && exit !== undefined;
		const alarms = runtime.alarms.filter(isTold);
		const ended = runtime.memory.filter(
			({ kind, zone }) =>
				isTold({ kind }) &&
				!alarms.some((alarm) => alarm.kind === kind && alarm.zone === zone),
		);
		return oneSms(say, [
			isOn
				? say.leaving(mode, Math.ceil((exit.due - now) / 1000))
				: mode === "disarm"
					? say.disarmed
					: say.armed(mode),
			entryDelayText(asking),
			runtime.siren ? say.sirenOn : "",
			until === null ? "" : say.onTest(recently(state, until, now)),
			alarmNames(asking, say.heads.alarms, alarms),
			{
				head: say.heads.troubles,
				items: runtime.troubles
					.filter(({ present }) => present)
					.map(({ zone, name }) => faultName(say, state, { zone, what: name })),
			},
			namesOf(say, state, say.heads.open, openZones(state)),
			namesOf(say, state, say.heads.leftOut, leftOutZones(state)),
			alarmNames(asking, say.heads.memory, ended),
			planned === null ? "" : say.willArm(dayAndTime(state, planned)),
		]);
	},
});

/** A silent alarm is not shown: an intruder may hold the phone. */
function isTold({ kind }: Pick<Alarm, "kind">): boolean {
	return kind !== "silent-panic";
}

function alarmNames(
	{ say, state }: Asking,
	head: string,
	alarms: readonly Alarm[],
): Listing {
	return {
		head,
		items: alarms.map(
			({ kind, zone }) => `${say.alarms[kind]} ${zoneName(say, state, zone)}`,
		),
	};
}
