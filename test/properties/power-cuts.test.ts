import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import {
	everyZonedPanel,
	type Moment,
	moments,
} from "../support/panel-events.ts";
import {
	outboxOf,
	panelWithZones,
	stateAfter,
} from "../support/panel-with-zones.ts";
import { expectSame } from "../support/same.ts";
import { NOON } from "../support/texting.ts";

const by = { via: "site" } as const;

/** The panel after every event, and what becomes of each when the power goes for a while. */
function cuts(house: PanelState, events: readonly Moment[], off: number) {
	let state = house;
	let now = NOON;
	return events.flatMap(({ wait, event }) => {
		now += wait;
		state = transition(state, event, now).state;
		if (state.runtime.cutAt !== null) return [];
		const dark = transition(state, { type: "power", on: false, by }, now).state;
		const back = transition(
			dark,
			{ type: "power", on: true, by },
			now + off,
		).state;
		return [{ before: state, dark, back, now: now + off }];
	});
}

function always(
	check: (cut: ReturnType<typeof cuts>[number], off: number) => void,
) {
	fc.assert(
		fc.property(everyZonedPanel, moments, fc.nat(1e8), (house, events, off) => {
			for (const cut of cuts(house, events, off)) check(cut, off);
		}),
		{ numRuns: 100 },
	);
}

test("a power cut at any event loses nothing that is programmed and no report", () => {
	always(({ before, back }) => {
		const { runtime: _, ...programmed } = before;
		const { runtime: __, ...kept } = back;
		expectSame("programmed", kept, programmed);
		for (const report of before.runtime.outbox)
			if (!back.runtime.outbox.some((one) => isDeepStrictEqual(one, report)))
				expect(back.runtime.outbox).toContainEqual(report);
	});
});

test("mode, alarms, memory, left out zones and the temporary code are kept", () => {
	always(({ before, back }) => {
		const kept = ({ runtime }: PanelState) => ({
			mode: runtime.mode,
			into: runtime.into,
			home: runtime.home,
			entry: runtime.entry,
			open: runtime.open,
			leftOut: runtime.leftOut,
			temporary: runtime.temporary,
			alarms: runtime.alarms.length,
		});
		// Tampering that was not told of may become an alarm when it is noticed.
		if (before.runtime.troubles.some(({ told }) => !told)) return;
		expectSame("kept", kept(back), kept(before));
		expectSame("memory", back.runtime.memory, before.runtime.memory);
	});
});

test("countdowns and siren do what the restart profile says", () => {
	const lengths = ({ timers, runtime, zones }: PanelState) => {
		const zone = zones.find(({ id }) => id === runtime.entry?.zone);
		const away = runtime.mode === "away";
		const first = away ? timers.entry1 : timers.entryHome1;
		const second = away ? timers.entry2 : timers.entryHome2;
		return {
			exit: runtime.into === "away" ? timers.exitAway : timers.exitHome,
			entry: zone?.entryDelay === 2 ? second : first,
			siren: timers.siren * 60,
		};
	};
	always(({ before, back, now }, off) => {
		if (before.runtime.troubles.some(({ told }) => !told)) return;
		const profile = before.options.restart;
		for (const kind of ["exit", "entry", "siren"] as const) {
			const was = before.runtime.deadlines.find((one) => one.kind === kind);
			const is = back.runtime.deadlines.find((one) => one.kind === kind);
			if (was === undefined || (kind === "siren" && profile === "climax"))
				expectSame(kind, is, undefined);
			else if (profile === "resume") expectSame(kind, is?.due, was.due + off);
			else expectSame(kind, is?.due, now + lengths(before)[kind] * 1000);
		}
		const sounds = before.runtime.siren && profile !== "climax";
		expectSame("whether the siren sounds", back.runtime.siren, sounds);
	});
});

test("a window that is opened stays no secret, whenever and however often the power goes", () => {
	const seconds = fc.integer({ min: 0, max: 80 });
	const flickers = fc.array(fc.record({ on: seconds, off: seconds }), {
		maxLength: 5,
	});
	const profile = fc.constantFrom("climax", "resume", "restart-countdown");
	fc.assert(
		fc.property(profile, flickers, fc.nat(400), (restart, cuts, opened) => {
			const armed = stateAfter(
				panelWithZones(["burglar"], { restart }),
				"-30 keypad 1234 away",
			);
			let now = 0;
			const steps = cuts.flatMap(({ on, off }) => {
				const cut = now + on;
				now = cut + off;
				return [
					{ at: cut, what: "power cut" },
					{ at: now, what: "power restore" },
				];
			});
			const end = Math.max(now, opened) + 60;
			const state = stateAfter(
				armed,
				...[...steps, { at: opened, what: "zone 1 open" }]
					.toSorted((a, b) => a.at - b.at)
					.map(({ at, what }) => `${at} ${what}`),
				`${end} nothing`,
			);
			expect(state.runtime.alarms.map(({ zone }) => zone)).toEqual([1]);
			expect(outboxOf(state)).toContain("1130 1");
		}),
		{ numRuns: 300 },
	);
});

test("without power nothing falls due, and only the house goes on", () => {
	fc.assert(
		fc.property(everyZonedPanel, moments, moments, (house, events, later) => {
			for (const { dark, now } of cuts(house, events, 0).slice(-1)) {
				let state = dark;
				let then = now;
				for (const { wait, event } of later) {
					then += wait;
					if (event.type !== "power" && event.type !== "report-sent")
						state = transition(state, event, then).state;
				}
				const { open, changed, troubles } = state.runtime;
				expect(state).toEqual({
					...dark,
					runtime: { ...dark.runtime, open, changed, troubles },
				});
			}
		}),
		{ numRuns: 100 },
	);
});
