import fc from "fast-check";
import { expect, test } from "vitest";
import { clock, type PanelEvent } from "../../src/panel/state/event.ts";
import type { Alarm, Report } from "../../src/panel/state/runtime.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import {
	everyZonedPanel,
	type Moment,
	moments,
} from "../support/panel-events.ts";
import { restarted } from "../support/restarted.ts";
import { expectSame } from "../support/same.ts";
import { NOON } from "../support/texting.ts";

/**
 * What has to hold of a panel whatever happens, said without the panel's own
 * tables: kinds, codes and groups stand here a second time, on purpose.
 */
const burglarKinds = ["burglar", "perimeter", "interior", "cross-zone"];
const soundInEveryMode = [
	"24-hour",
	"fire",
	"medical",
	"water",
	"panic",
	"tamper",
	"panel-tamper",
];
const knownCodes = ["1234", "0002", "0095", "0096", "0098", "7982"];
const essentialGroups = [1, 3];
const reportOf: Readonly<Record<string, string>> = {
	burglar: "burglar",
	perimeter: "perimeter",
	interior: "interior",
	"cross-zone": "cross-zone",
	"24-hour": "24-hour",
	fire: "fire",
	medical: "medical",
	water: "water",
	"silent-panic": "silent-panic",
	panic: "panic",
	tamper: "tamper",
	"panel-tamper": "panel-tamper",
};

/**
 * Where reports go is not changed here, so that every alarm has the same groups,
 * and nothing arms by the clock, so that it is the event that arms.
 */
const steady = moments.map((all) =>
	all.filter(
		({ event }) =>
			event.type !== "set-destination" &&
			event.type !== "delete-destination" &&
			event.type !== "set-reporting" &&
			event.type !== "set-schedule" &&
			event.type !== "arm-at",
	),
);

interface Step {
	readonly before: PanelState;
	readonly event: PanelEvent;
	readonly now: number;
	readonly after: PanelState;
}

/** Every step on the way; the process is killed and started again after each. */
function steps(house: PanelState, events: readonly Moment[]): readonly Step[] {
	let before: PanelState = JSON.parse(JSON.stringify(house));
	let now = NOON;
	return events.map(({ wait, event }) => {
		now += wait;
		const after = restarted(before, transition(before, event, now).state);
		const step = { before, event, now, after };
		before = after;
		return step;
	});
}

function always(check: (step: Step) => void) {
	fc.assert(
		fc.property(everyZonedPanel, steady, (house, events) => {
			for (const step of steps(house, events)) check(step);
		}),
		{ numRuns: 300 },
	);
}

/**
 * A step as two: what fell due before the event, and the event. An alarm of the first
 * may be what the event says that it was reported.
 */
function halves({ before, event, now, after }: Step): readonly [Step, Step] {
	const time = { type: "time", by: clock } as const;
	const present = transition(before, time, now).state;
	return [
		{ before, event: time, now, after: present },
		{ before: present, event, now, after },
	];
}

/** Alarms that were raised in a step. */
function raised({ before, after }: Step): readonly Alarm[] {
	const key = ({ kind, zone, at }: Alarm) => `${kind} ${zone} ${at}`;
	const old = new Set(before.runtime.memory.map(key));
	return after.runtime.memory.filter((alarm) => !old.has(key(alarm)));
}

/** A disarming with a code that counts, at a panel that hears it. */
function isDisarming(step: Step): boolean {
	const [, { before: present, event }] = halves(step);
	if (present.runtime.cutAt !== null) return false;
	if (event.type === "set-mode") return event.mode === "disarm";
	const misses = present.runtime.guard.keypad;
	return (
		event.type === "keypad" &&
		event.mode === "disarm" &&
		knownCodes.includes(event.code) &&
		(misses === null ||
			misses.count < 3 ||
			present.options.keypadGuard === 0) &&
		(misses === null ||
			present.options.keypadGuard >= 3 ||
			present.options.keypadGuard === 0)
	);
}

test("no siren sounds while disarmed but for kinds that are alarms in every mode", () => {
	always(({ after: { runtime, options: _ } }) => {
		if (runtime.mode !== "disarm" || !runtime.siren) return;
		expect(runtime.alarms.map(({ kind }) => kind)).toContain(
			runtime.alarms.find(({ kind }) => soundInEveryMode.includes(kind))
				?.kind ?? "one of them",
		);
	});
});

test("disarming ends every countdown, every alarm and the siren", () => {
	let disarmings = 0;
	always((step) => {
		if (!isDisarming(step)) return;
		disarmings += 1;
		const { mode, siren, alarms, entry, deadlines } = step.after.runtime;
		expect({ mode, siren, alarms, entry }).toEqual({
			mode: "disarm",
			siren: false,
			alarms: [],
			entry: null,
		});
		const kinds = deadlines.map(({ kind }) => kind);
		expect(kinds).not.toContain("exit");
		expect(kinds).not.toContain("entry");
		expect(kinds).not.toContain("siren");
	});
	expect(disarmings).toBeGreaterThan(100);
});

test("no burglar alarm comes from a bypassed zone, nor while nobody has armed", () => {
	let alarms = 0;
	always((step) => {
		for (const { kind, zone } of raised(step)) {
			if (!burglarKinds.includes(kind)) continue;
			alarms += 1;
			const of = step.before.zones.find(({ id }) => id === zone);
			expect(of?.bypass ?? "none").toBe("none");
			expect(step.before.runtime.mode).not.toBe("disarm");
		}
	});
	expect(alarms).toBeGreaterThan(50);
});

test("every alarm is reported to every essential group, or still queued", () => {
	let alarms = 0;
	always((whole) => {
		for (const step of halves(whole)) {
			const { before, after, event } = step;
			for (const { kind, zone, at } of raised(step)) {
				alarms += 1;
				for (const group of essentialGroups)
					expect(after.runtime.outbox).toContainEqual(
						expect.objectContaining({
							event: reportOf[kind],
							qualifier: "event",
							subject: zone,
							at,
							group,
						}),
					);
			}
			const gone = before.runtime.outbox.filter(
				({ id, group }) =>
					essentialGroups.includes(group) &&
					!after.runtime.outbox.some((report) => report.id === id),
			);
			const sent = event.type === "report-sent" ? [event.report] : [];
			expect(
				gone.map(({ id }) => id).filter((id) => !sent.includes(id)),
			).toEqual([]);
		}
	});
	expect(alarms).toBeGreaterThan(100);
});

test("nothing is reported twice: no number is used again, and what was sent is gone", () => {
	always(({ before, after, event }) => {
		const fresh = newIn(before, after).map(({ id }) => id);
		expect(fresh).toEqual([...new Set(fresh)].sort((a, b) => a - b));
		for (const id of fresh) expect(id).toBeGreaterThan(before.runtime.reports);
		if (event.type === "report-sent" && before.runtime.cutAt === null)
			expect(after.runtime.outbox.map(({ id }) => id)).not.toContain(
				event.report,
			);
	});
});

test("a disarming under duress is a disarming of user 1, but for the outbox", () => {
	fc.assert(
		fc.property(
			everyZonedPanel,
			steady,
			fc.constantFrom("disarm", "away", "home-1"),
			(house, events, mode) => {
				const { after, now } = steps(house, events).at(-1) ?? {
					after: house,
					now: NOON,
				};
				fc.pre(after.runtime.cutAt === null);
				const by = { via: "keypad" } as const;
				const [duress, plain] = ["0098", "1234"].map((code) =>
					transition(after, { type: "keypad", code, mode, by }, now + 1000),
				);
				expect(seen(duress?.state)).toEqual(seen(plain?.state));
				expect(duress?.effects).toEqual(plain?.effects);
				expect(duress?.refusal).toEqual(plain?.refusal);
			},
		),
		{ numRuns: 200 },
	);
});

test("only who arms ends the rest of a disarmed panel", () => {
	always(({ before, after, event }) => {
		if (before.runtime.mode !== "disarm" || after.runtime.mode === "disarm")
			return;
		expect(["keypad", "set-mode", "zone-signal"]).toContain(event.type);
		if (event.type === "keypad")
			expect([...knownCodes, "0097"]).toContain(event.code);
	});
});

test("after each step the panel is what the whole of its state through JSON is", () => {
	fc.assert(
		fc.property(everyZonedPanel, steady, (house, events) => {
			for (const { before, event, now, after } of steps(house, events)) {
				const { state } = transition(before, event, now);
				expectSame("after", after, JSON.parse(JSON.stringify(state)));
			}
		}),
		{ numRuns: 50 },
	);
});

/** What somebody at the panel can see of it. */
function seen(state: PanelState | undefined) {
	return { ...state, runtime: { ...state?.runtime, outbox: [], reports: 0 } };
}

function newIn(before: PanelState, after: PanelState): readonly Report[] {
	const old = new Set(before.runtime.outbox.map(({ id }) => id));
	return after.runtime.outbox.filter(({ id }) => !old.has(id));
}
