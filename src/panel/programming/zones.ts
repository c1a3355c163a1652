import { armFaults, leavesOut } from "../alarm/arm-faults.ts";
import type { AddDevice, EventOf, SetZone } from "../state/event.ts";
import { modeOfParts } from "../state/fields/modes.ts";
import { fields } from "../state/fields.ts";
import { logged } from "../state/log.ts";
import { find, put, without } from "../state/numbered.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { PanelState, Zone } from "../state/state.ts";

/**
 * Learns a device into a zone. A zone that has a device keeps it: a typing error
 * must not leave a door unwatched. Adding the same device to its zone again
 * succeeds, because confirmations get lost.
 */
export function addDevice(state: PanelState, event: AddDevice): Outcome {
	const { rfId, name } = event;
	const there = state.zones.find((zone) => zone.rfId === rfId);
	const id = event.zone ?? there?.id ?? freeZone(state, event.lastZone);
	if (id === null)
		return refused(
			state,
			"zone/full",
			`all ${event.lastZone} zones have a device`,
			null,
			"remove a device first",
		);
	if (there !== undefined && there.id !== id)
		return refused(
			state,
			"zone/duplicate-device",
			`RF id: this device is in zone ${there.id} already`,
			"rfId",
		);
	const taken = find(state.zones, id);
	if (taken !== undefined && taken !== there)
		return refused(
			state,
			"zone/taken",
			`zone: zone ${id} has another device`,
			"zone",
			"take a free zone, or remove the device that is there",
		);
	const zone: Zone = {
		id,
		rfId,
		type: fields.deviceType.initial,
		attribute: fields.attribute.initial,
		bypass: fields.bypass.initial,
		flag: fields.deviceFlag.initial,
		option: fields.deviceOption.initial,
		entryDelay: fields.entryDelay.initial,
		crossZone: fields.crossZone.initial,
		...there,
		name: name ?? there?.name ?? fields.zoneName.initial,
	};
	return done({ ...state, zones: put(state.zones, zone) });
}

/**
 * Removes the device of a zone and what is known of it. For an empty zone it
 * succeeds. Alarms that the device raised go on.
 */
export function removeDevice(
	state: PanelState,
	{ zone }: EventOf["remove-device"],
): Outcome {
	const { zones, runtime } = state;
	if (find(zones, zone) === undefined) return done(state);
	const others = (id: number) => id !== zone;
	return done({
		...state,
		zones: without(zones, zone),
		runtime: {
			...runtime,
			open: runtime.open.filter(others),
			changed: without(runtime.changed, zone),
			leftOut: runtime.leftOut.filter(others),
			trips: without(runtime.trips, zone),
			troubles: runtime.troubles.filter((trouble) => trouble.zone !== zone),
		},
	});
}

/** Changes what a zone is called and how it reacts; undefined keeps. */
export function setZone(state: PanelState, event: SetZone): Outcome {
	const zone = find(state.zones, event.zone);
	if (zone === undefined)
		return refused(
			state,
			"zone/no-device",
			`zone: zone ${event.zone} has no device`,
			"zone",
			"a device is added with DEAN, or learned at the panel",
		);
	const hidden = event.bypass === "none" ? unwatchable(state, zone) : null;
	if (hidden !== null) return hidden;
	const changed: Zone = {
		...zone,
		name: event.name ?? zone.name,
		attribute: event.attribute ?? zone.attribute,
		bypass: event.bypass ?? zone.bypass,
		flag: event.flag ?? zone.flag,
		option: event.option ?? zone.option,
		entryDelay: event.entryDelay ?? zone.entryDelay,
		crossZone: event.crossZone ?? zone.crossZone,
	};
	const present = { ...state, zones: put(state.zones, changed) };
	return done(
		event.bypass === "none" ? withoutLeftOut(present, zone.id) : present,
	);
}

/**
 * Leaves a zone out until the next disarming, or takes that back. A zone that is
 * bypassed for good stays bypassed for good when it is left out.
 */
export function bypassZone(
	state: PanelState,
	{ zone: id, leaveOut, by }: EventOf["bypass"],
	now: number,
): Outcome {
	const zone = find(state.zones, id);
	if (zone === undefined)
		return refused(
			state,
			"zone/no-device",
			`zone: zone ${id} has no device`,
			"zone",
			"ZONES names those that have one",
		);
	const isOut =
		zone.bypass !== "none" || (!leaveOut && state.runtime.leftOut.includes(id));
	if (leaveOut === isOut) return done(state);
	const hidden = leaveOut ? null : unwatchable(state, zone);
	if (hidden !== null) return hidden;
	const changed: Zone = { ...zone, bypass: leaveOut ? "once" : "none" };
	const present = { ...state, zones: put(state.zones, changed) };
	const word = leaveOut ? "zone-omitted" : "zone-watched";
	return done(
		logged(leaveOut ? present : withoutLeftOut(present, id), now, by, word, id),
	);
}

/**
 * Why an armed panel cannot watch a zone that it leaves out: it stands open, or
 * its device is lost or tampered with, and nothing that it does would be an
 * alarm. Null where it can.
 */
function unwatchable(state: PanelState, zone: Zone): Outcome | null {
	const { mode, home, leftOut } = state.runtime;
	const isOut = zone.bypass !== "none" || leftOut.includes(zone.id);
	if (!isOut || (mode !== "away" && mode !== "home")) return null;
	const watched = { ...zone, bypass: "none" } as const;
	const present = modeOfParts({ into: mode, home });
	const faults = armFaults({ ...state, zones: [watched] }, present);
	const isHidden = faults.some(
		(fault) => fault.zone === zone.id && leavesOut(fault),
	);
	return isHidden
		? refused(
				state,
				"zone/not-watched",
				`zone: zone ${zone.id} stands open, or its device is lost or tampered with`,
				"zone",
				"mend that first, then it can be watched again",
			)
		: null;
}

/** The zone is no longer left out of this arming. */
function withoutLeftOut(state: PanelState, zone: number): PanelState {
	const { runtime } = state;
	const leftOut = runtime.leftOut.filter((id) => id !== zone);
	return leftOut.length === runtime.leftOut.length
		? state
		: { ...state, runtime: { ...runtime, leftOut } };
}

function freeZone(state: PanelState, last: number): number | null {
	for (let id = 1; id <= last; id += 1)
		if (find(state.zones, id) === undefined) return id;
	return null;
}
