import { armFaults } from "../../panel/alarm/arm-faults.ts";
import { targetMode } from "../../panel/alarm/target-mode.ts";
import type { Alarm, Runtime } from "../../panel/state/runtime.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { instantText } from "../../time/instant.ts";
import { maskedCause } from "./masked-number.ts";

/** Home Assistant's states of an alarm panel, as far as a panel has them. */
export type AlarmStateWord =
	| "disarmed"
	| "arming"
	| "armed_away"
	| "armed_home"
	| "armed_night"
	| "armed_custom_bypass"
	| "pending"
	| "triggered";

/** What a tablet on the wall shows. Silent alarms and duress change nothing in it. */
export interface ModeState {
	readonly state: AlarmStateWord;
	/** `disarm`, `away`, `home-1` …: also the one that is being entered. */
	readonly mode: string;
	/** The mode that is being entered; null where none is. */
	readonly into: string | null;
	/** When the exit or entry delay ends. */
	readonly until: string | null;
	/** Who armed or disarmed, or what started the entry delay. */
	readonly by: string | null;
	/** The kind of the latest alarm that nobody has ended. */
	readonly alarm: string | null;
	/** The zone of that alarm, or of the entry delay. */
	readonly zone: number | null;
	readonly siren: boolean;
	/** Whether it could arm away without force. */
	readonly ready: boolean;
	/** Zones that speak against that. */
	readonly faults: readonly number[];
}

export function modeStateOf(state: PanelState): ModeState {
	const { runtime } = state;
	const alarm = runtime.alarms.findLast(isNoticeable);
	const faults = armFaults(state, "away");
	const { entry, siren } = runtime;
	const place = alarm?.zone ?? entry?.zone ?? 0;
	return {
		state: wordOf(runtime, alarm !== undefined),
		mode: targetMode(runtime),
		into: runtime.mode === "arming" ? targetMode(runtime) : null,
		until: until(runtime),
		by: entry !== null ? `zone ${entry.zone}` : doer(runtime),
		alarm: alarm?.kind ?? null,
		zone: place === 0 ? null : place,
		siren,
		ready: faults.length === 0,
		faults: [
			...new Set(faults.map(({ zone }) => zone).filter((zone) => zone !== 0)),
		].sort((a, b) => a - b),
	};
}

/** Whether people near the panel may know of an alarm. */
export function isNoticeable({ kind }: Pick<Alarm, "kind">): boolean {
	return kind !== "silent-panic";
}

function wordOf(runtime: Runtime, isTriggered: boolean): AlarmStateWord {
	if (isTriggered) return "triggered";
	if (runtime.entry !== null) return "pending";
	switch (runtime.mode) {
		case "disarm":
			return "disarmed";
		case "arming":
			return "arming";
		case "away":
			return "armed_away";
		case "home":
			return homeWords[runtime.home];
	}
}

const homeWords = {
	1: "armed_home",
	2: "armed_night",
	3: "armed_custom_bypass",
} as const;

function until({ deadlines }: Runtime): string | null {
	const delay = deadlines.find(
		({ kind }) => kind === "exit" || kind === "entry",
	);
	return delay === undefined ? null : instantText(delay.due);
}

/** Who armed or disarmed last, as far as the log remembers; an exit delay ends by itself. */
function doer({ log }: Runtime): string | null {
	const last = log.findLast(
		({ event, by }) =>
			event === "arming" ||
			event === "disarmed" ||
			(event === "armed" && by !== "clock"),
	);
	return last === undefined ? null : maskedCause(last.by);
}
