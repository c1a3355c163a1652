import { type PanelEvent, site } from "../../panel/state/event.ts";
import { find } from "../../panel/state/numbered.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { TroubleName } from "../../panel/state/troubles.ts";
import type { SignReading } from "./sign-reading.ts";

/** What is known of a device that speaks over MQTT, besides what the panel remembers. */
export interface InputMemory {
	/** When it was heard last, else since when it is listened to. */
	readonly heardAt: number;
	/** Whether it has said how it stands since the broker was connected. */
	readonly isKnown: boolean;
	/** It said that nobody knows how it stands. */
	readonly isUnknown: boolean;
	/** Its availability says that it cannot be reached. */
	readonly isUnreachable: boolean;
	/** It was not heard for too long, or the broker is gone. */
	readonly isSilent: boolean;
}

export interface InputStep {
	readonly memory: InputMemory;
	/** What happens at the panel. */
	readonly events: readonly PanelEvent[];
}

export function unheard(now: number): InputMemory {
	return {
		heardAt: now,
		isKnown: false,
		isUnknown: false,
		isUnreachable: false,
		isSilent: false,
	};
}

/** The broker is connected: what the device says first is how it stands, and no change. */
export function listening(memory: InputMemory, now: number): InputMemory {
	return { ...memory, heardAt: now, isKnown: false };
}

/** The device was heard. A device that nobody can reach is lost, and never closed. */
export function heardFrom(
	state: PanelState,
	zone: number,
	before: InputMemory,
	reading: SignReading,
	now: number,
): InputStep {
	const memory = remembered(before, reading, now);
	const { sign, says } = reading;
	const events = [supervision(state, zone, memory)];
	if (sign === "open" && says !== "unknown")
		events.push(signal(state, zone, says === "yes", before.isKnown));
	if (sign === "tamper" && says !== "unknown")
		events.push(trouble(state, zone, "tamper", says === "yes"));
	if (sign === "lowBattery" && says !== "unknown")
		events.push(trouble(state, zone, "low-battery", says === "yes"));
	return { memory, events: events.flat() };
}

/** It was not heard for too long. */
export function silent(
	state: PanelState,
	zone: number,
	before: InputMemory,
): InputStep {
	const memory = { ...before, isSilent: true };
	return { memory, events: supervision(state, zone, memory) };
}

function remembered(
	memory: InputMemory,
	{ sign, says }: SignReading,
	now: number,
): InputMemory {
	const heard = { ...memory, heardAt: now, isSilent: false };
	if (sign === "availability")
		return { ...heard, isUnreachable: says !== "yes" };
	if (sign !== "open") return heard;
	return says === "unknown"
		? { ...heard, isUnknown: true }
		: { ...heard, isUnknown: false, isKnown: true };
}

function supervision(
	state: PanelState,
	zone: number,
	{ isUnknown, isUnreachable, isSilent }: InputMemory,
): readonly PanelEvent[] {
	const isLost = isUnknown || isUnreachable || isSilent;
	return trouble(state, zone, "supervision", isLost);
}

function trouble(
	{ zones, runtime }: PanelState,
	zone: number,
	name: TroubleName,
	present: boolean,
): readonly PanelEvent[] {
	if (find(zones, zone) === undefined) return [];
	const known = runtime.troubles.some(
		(each) => each.name === name && each.zone === zone && each.present,
	);
	return known === present
		? []
		: [{ type: "trouble", trouble: name, zone, present, by: site }];
}

function signal(
	{ zones, runtime }: PanelState,
	zone: number,
	isOpen: boolean,
	isKnown: boolean,
): readonly PanelEvent[] {
	if (find(zones, zone) === undefined) return [];
	if (runtime.open.includes(zone) === isOpen) return [];
	const change = isOpen ? "open" : "close";
	const found = isOpen ? "found-open" : "found-closed";
	const type = "zone-signal";
	return [{ type, zone, signal: isKnown ? change : found, by: site }];
}
