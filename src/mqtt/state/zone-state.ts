import type { PanelState, Zone } from "../../panel/state/state.ts";
import type { TroubleName } from "../../panel/state/troubles.ts";
import { instantText } from "../../time/instant.ts";

/** What is known of a zone's device. */
export interface ZoneState {
	/** Null for a device without a state of its own, as a panic button. */
	readonly open: boolean | null;
	readonly tamper: boolean;
	readonly battery_low: boolean;
	/** Whether the device is heard. */
	readonly supervision: boolean;
	readonly bypassed: boolean;
	/** When it opened or closed last; null where nobody knows. */
	readonly since: string | null;
}

export function zoneStateOf(
	{ runtime }: Pick<PanelState, "runtime">,
	zone: Zone,
): ZoneState {
	const { id } = zone;
	const has = (trouble: TroubleName) =>
		runtime.troubles.some(
			({ name, zone, present }) => name === trouble && zone === id && present,
		);
	const isTold = hasState(zone);
	const changed = runtime.changed.find((each) => each.id === id);
	return {
		open: isTold ? runtime.open.includes(id) : null,
		tamper: has("tamper"),
		battery_low: has("low-battery"),
		supervision: !has("supervision"),
		bypassed: zone.bypass !== "none" || runtime.leftOut.includes(id),
		since: isTold && changed !== undefined ? instantText(changed.at) : null,
	};
}

/**
 * Whether a device stands in one of two states. Buttons and keypads do not; that a
 * panic button is pressed is nobody's to see.
 */
export function hasState({ attribute, type }: Zone): boolean {
	return (
		attribute !== "silent-panic" &&
		attribute !== "personal-attack" &&
		!withoutState.has(type)
	);
}

/** Numbers of device types: remote control, keypads, wrist transmitter, panic button, sirens, repeater. (CR21) */
const withoutState: ReadonlySet<number> = new Set([
	0, 7, 10, 17, 21, 22, 25, 26,
]);
