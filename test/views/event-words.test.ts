import { expect, test } from "vitest";
import type { Effect } from "../../src/panel/state/effect.ts";
import { transition } from "../../src/panel/transition.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { logLine, wantedEntries } from "../../src/views/log-text.ts";
import { stepText } from "../../src/views/step-text.ts";
import { TextedPanel } from "../support/panel-with-people.ts";

const everything = { since: null, until: null, events: [], last: null };

/** What a step comes to, in words. */
function said(panel: TextedPanel, step: string): string {
	const read = readTypedEvent(step);
	if (!read.ok) throw new Error(read.fault.message);
	const before = panel.state.runtime;
	const { state, effects, refusal } = transition(
		panel.state,
		read.event,
		panel.now,
	);
	panel.state = state;
	const { log, notices } = state.runtime;
	return stepText(state, {
		refusal,
		effects: effects as readonly Effect[],
		events: log.slice(before.log.length),
		told: [
			...new Set(
				notices.slice(before.notices.length).map(({ person }) => person),
			),
		],
	});
}

test("what comes of a step is said in one line, with names", () => {
	const panel = new TextedPanel();
	panel.text("ARM 1234");
	panel.wait(30);
	expect([
		said(panel, "zone 3 open"),
		said(panel, "zone 3 close"),
		said(panel, "keypad 9999 disarm"),
		said(panel, "keypad 1234 disarm"),
		said(panel, "zone 4 battery low"),
		said(panel, "zone 9 open"),
	]).toEqual([
		"burglar alarm: 3 Kitchen window; siren on; Anna and Bob are told",
		"Anna and Bob are told",
		"wrong code; refused: keypad: nobody has this code",
		"disarmed; alarm cancelled; siren off; Anna and Bob are told",
		"trouble: zone 4, battery low; Anna and Bob are told",
		"refused: zone 9 has no device (a device is added with DEAN, or learned at the panel)",
	]);
});

test("the log is told in the panel's time, with names, and can be narrowed", () => {
	const panel = new TextedPanel();
	panel.state = {
		...panel.state,
		options: { ...panel.state.options, timeZone: "Europe/Paris" },
	};
	panel.text("ARM 1234");
	panel.wait(30);
	said(panel, "zone 3 open");
	const lines = (filter: object) =>
		wantedEntries(panel.state, { ...everything, ...filter }).map((entry) =>
			logLine(panel.state, entry),
		);
	expect(lines({})).toEqual([
		"    1  2026-11-20 13:00:00  exit delay, arming: away – Anna by SMS",
		"    2  2026-11-20 13:00:30  armed away – the clock",
		"    3  2026-11-20 13:00:30  burglar alarm: 3 Kitchen window",
	]);
	const [first, , third] = lines({});
	expect(lines({ events: ["alarm"] })).toEqual([third]);
	expect(lines({ last: 1 })).toEqual([third]);
	expect(lines({ until: panel.now - 1 })).toEqual([first]);
	expect(lines({ since: panel.now, last: 1 })).toEqual([third]);
});

test("what comes twice of a step is said once", () => {
	const { state } = new TextedPanel();
	const siren = { type: "siren", on: true } as const;
	expect(
		stepText(state, {
			refusal: null,
			events: [],
			told: [1, 2],
			effects: [siren, siren],
		}),
	).toBe("siren on; Anna and Bob are told");
});
