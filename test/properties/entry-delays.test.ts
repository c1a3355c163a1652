import fc from "fast-check";
import { expect, test } from "vitest";
import { clock, type PanelEvent } from "../../src/panel/state/event.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { aZone, panelWithZones } from "../support/panel-with-zones.ts";
import { restarted } from "../support/restarted.ts";
import { NOON } from "../support/texting.ts";

const DOORS = 4;
const by = { via: "sms", from: "+15550101" } as const;

/** What is done to a door, whole seconds after the arming and before any delay can end. */
interface Act {
	readonly at: number;
	readonly door: number;
	readonly what: "open" | "trip" | "close" | "bypass" | "watch" | "remove";
}

const act: fc.Arbitrary<Act> = fc.record({
	at: fc.integer({ min: 1, max: 19 }),
	door: fc.integer({ min: 1, max: DOORS }),
	what: fc.constantFrom("open", "trip", "close", "bypass", "watch", "remove"),
});

const acts = fc
	.array(act, { minLength: 1, maxLength: 14 })
	.map((all) => [...all].sort((a, b) => a.at - b.at));

/** Seconds of each door's entry delay, by its kind of delay. */
const delay = fc.integer({ min: 20, max: 60 });
const kinds = fc.array(fc.constantFrom<1 | 2>(1, 2), {
	minLength: DOORS,
	maxLength: DOORS,
});

function eventOf({ door: zone, what }: Act): PanelEvent {
	switch (what) {
		case "bypass":
			return { type: "set-zone", zone, bypass: "once", by };
		case "watch":
			return { type: "set-zone", zone, bypass: "none", by };
		case "remove":
			return { type: "remove-device", zone, by };
		default:
			return { type: "zone-signal", zone, signal: what, by: { via: "site" } };
	}
}

/** Doors that were entered through, with the second in which that delay would end. */
function reckoned(all: readonly Act[], delays: readonly number[]) {
	const ends: number[] = [];
	const entered = new Set<number>();
	const open = new Set<number>();
	const bypassed = new Set<number>();
	const removed = new Set<number>();
	for (const { at, door, what } of all) {
		if (removed.has(door)) continue;
		if (what === "bypass") bypassed.add(door);
		// What stands open cannot be watched again.
		if (what === "watch" && !open.has(door)) bypassed.delete(door);
		if (what === "close") open.delete(door);
		if (what === "remove") {
			removed.add(door);
			bypassed.delete(door);
		}
		if ((what !== "open" && what !== "trip") || open.has(door)) continue;
		if (what === "open") open.add(door);
		if (bypassed.has(door)) continue;
		entered.add(door);
		ends.push(at + (delays[door - 1] ?? 0));
	}
	return {
		end: ends.length === 0 ? null : Math.min(...ends),
		through: [...entered].filter((door) => !bypassed.has(door)),
	};
}

test("a bypass calls off no alarm that another door began, and nothing prolongs the delay", () => {
	fc.assert(
		fc.property(kinds, delay, delay, acts, (kinds, entry1, entry2, all) => {
			const panel = panelWithZones(
				kinds.map(() => "entry"),
				{},
				{ exitAway: 0, entry1, entry2 },
			);
			const zones = kinds.map((kind, at) => ({
				...aZone(at + 1, "entry"),
				entryDelay: kind,
			}));
			let state: PanelState = { ...panel, zones };
			const happens = (event: PanelEvent, seconds: number) => {
				const now = NOON + seconds * 1000;
				state = restarted(state, transition(state, event, now).state);
			};
			happens({ type: "set-mode", mode: "away", by }, 0);
			for (const each of all) happens(eventOf(each), each.at);
			happens({ type: "time", by: clock }, 100);
			const { end, through } = reckoned(
				all,
				kinds.map((kind) => (kind === 1 ? entry1 : entry2)),
			);
			const alarms = state.runtime.memory.map(({ kind, zone, at }) => ({
				kind,
				isOfOneThrough: through.includes(zone),
				at: (at - NOON) / 1000,
			}));
			expect(alarms).toEqual(
				end === null || through.length === 0
					? []
					: [{ kind: "perimeter", isOfOneThrough: true, at: end }],
			);
		}),
		{ numRuns: 1000 },
	);
});
