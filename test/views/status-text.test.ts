import { expect, test } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { transition } from "../../src/panel/transition.ts";
import { statusJson, statusText } from "../../src/views/status-text.ts";
import { fullPanel } from "../support/full-panel.ts";
import {
	ANNA,
	panelWithPeople,
	TextedPanel,
} from "../support/panel-with-people.ts";
import { NOON } from "../support/texting.ts";

/** In alarm, with an open zone, a bypass and a trouble, at a time of day to come. */
function inAlarm(): TextedPanel {
	const panel = new TextedPanel({
		...panelWithPeople,
		options: { ...panelWithPeople.options, timeZone: "Europe/Paris" },
		schedules: [{ id: 1, hour: 22, minute: 30, mode: "home-1" }],
	});
	panel.happens({ type: "bypass", zone: 1, leaveOut: true });
	panel.happens({
		type: "trouble",
		trouble: "supervision",
		zone: 4,
		present: true,
	});
	panel.text("ARM FORCE 1234");
	panel.wait(40);
	panel.open(3);
	panel.text("ARM AT 23:15 1234");
	for (const pin of ["5555", "6666", "7777"]) panel.text(`DISARM ${pin}`);
	panel.wait(12);
	return panel;
}

const outputs = new Map([
	[
		60,
		`time        2026-11-20 13:00:52 Europe/Paris
mode        armed away
alarm       burglar alarm: 3 Kitchen window since 2026-11-20
            13:00:40
siren       on
open        3 Kitchen window
bypassed    1 Front door
left out    zone 4
trouble     zone 4: not responding since 2026-11-20 13:00:00
timers      the siren stops in 2m 48s, a schedule arms in 9h
            29m 8s, the planned arming is due in 10h 14m 8s
schedules   1: 22:30 home-1
arm at      2026-11-20 23:15:00, asked for by Anna
remote      on: Anna (arm, disarm, bypass, status), Bob
            (arm)
locked out  Anna until 2026-11-20 13:02:10
outbox      0 reports, 10 notices, 0 texts
last report none
model       Climax VST-2745 and VST-2752 (vst-2752)
P-Word      ****
installer   ****
user 1      PIN#1, no name, latch report on
user 2      PIN#2, Bob, latch report on
user 98     PIN#3, no name, latch report on
zone 1      Front door, type 1, entry, bypassed once
zone 3      Kitchen window, type 1, burglar
zone 4      no name, type 1, fire
delays      exit 30 s away, 30 s home; entry 20 s and 20 s;
            siren 3 min
network     apn Internet, apnUser -, apnPassword - (kept,
            not acted upon)
warning     factory credentials, printed in every manual:
            P-Word, installer code`,
	],
	[
		80,
		`time        2026-11-20 13:00:52 Europe/Paris
mode        armed away
alarm       burglar alarm: 3 Kitchen window since 2026-11-20 13:00:40
siren       on
open        3 Kitchen window
bypassed    1 Front door
left out    zone 4
trouble     zone 4: not responding since 2026-11-20 13:00:00
timers      the siren stops in 2m 48s, a schedule arms in 9h 29m 8s, the planned
            arming is due in 10h 14m 8s
schedules   1: 22:30 home-1
arm at      2026-11-20 23:15:00, asked for by Anna
remote      on: Anna (arm, disarm, bypass, status), Bob (arm)
locked out  Anna until 2026-11-20 13:02:10
outbox      0 reports, 10 notices, 0 texts
last report none
model       Climax VST-2745 and VST-2752 (vst-2752)
P-Word      ****
installer   ****
user 1      PIN#1, no name, latch report on
user 2      PIN#2, Bob, latch report on
user 98     PIN#3, no name, latch report on
zone 1      Front door, type 1, entry, bypassed once
zone 3      Kitchen window, type 1, burglar
zone 4      no name, type 1, fire
delays      exit 30 s away, 30 s home; entry 20 s and 20 s; siren 3 min
network     apn Internet, apnUser -, apnPassword - (kept, not acted upon)
warning     factory credentials, printed in every manual: P-Word, installer code`,
	],
	[
		120,
		`time        2026-11-20 13:00:52 Europe/Paris
mode        armed away
alarm       burglar alarm: 3 Kitchen window since 2026-11-20 13:00:40
siren       on
open        3 Kitchen window
bypassed    1 Front door
left out    zone 4
trouble     zone 4: not responding since 2026-11-20 13:00:00
timers      the siren stops in 2m 48s, a schedule arms in 9h 29m 8s, the planned arming is due in 10h 14m 8s
schedules   1: 22:30 home-1
arm at      2026-11-20 23:15:00, asked for by Anna
remote      on: Anna (arm, disarm, bypass, status), Bob (arm)
locked out  Anna until 2026-11-20 13:02:10
outbox      0 reports, 10 notices, 0 texts
last report none
model       Climax VST-2745 and VST-2752 (vst-2752)
P-Word      ****
installer   ****
user 1      PIN#1, no name, latch report on
user 2      PIN#2, Bob, latch report on
user 98     PIN#3, no name, latch report on
zone 1      Front door, type 1, entry, bypassed once
zone 3      Kitchen window, type 1, burglar
zone 4      no name, type 1, fire
delays      exit 30 s away, 30 s home; entry 20 s and 20 s; siren 3 min
network     apn Internet, apnUser -, apnPassword - (kept, not acted upon)
warning     factory credentials, printed in every manual: P-Word, installer code`,
	],
]);

test.each([...outputs])("a panel in alarm, in %i columns", (width, output) => {
	const { state, now } = inAlarm();
	expect(statusText(vst2752, state, { now, width, showSecrets: false })).toBe(
		output,
	);
});

test("for programs the same, without the log, the guard and the outbox", () => {
	const { state, now } = inAlarm();
	const json = statusJson(vst2752, state, { now, showSecrets: false });
	expect(json).toMatchObject({
		title: "Climax VST-2745 and VST-2752",
		status: {
			mode: "away",
			siren: true,
			alarms: [{ kind: "burglar", zone: 3, at: NOON + 40_000 }],
			open: [3],
			bypassed: [1],
			leftOut: [4],
			troubles: [{ name: "supervision", zone: 4, since: NOON }],
			schedules: [{ id: 1, hour: 22, minute: 30, mode: "home-1" }],
			armAt: { due: Date.UTC(2026, 10, 20, 22, 15), from: ANNA },
			remote: {
				enabled: true,
				people: [
					{ id: 1, name: "Anna", enabled: true },
					{ id: 2, name: "Bob", enabled: true },
				],
			},
			lockouts: {
				keypadUntil: null,
				mqttUntil: null,
				senders: [{ from: "person 1", until: NOON + 130_000 }],
				strangers: false,
			},
			outbox: { reports: 0, texts: 0 },
			lastReport: null,
			clock: { now: NOON + 52_000, timeZone: "Europe/Paris", ahead: 0 },
		},
		users: [{ pin: "PIN#1" }, { pin: "PIN#2" }, { pin: "PIN#3" }],
	});
	const left = ["log", "guard", "outbox", "outgoing", "notices", "reports"];
	expect(
		Object.keys(Object(json).runtime).filter((key) => left.includes(key)),
	).toEqual([]);
});

test("a panel whose time was ahead says by how much", () => {
	const { state, now } = inAlarm();
	const text = statusText(vst2752, state, {
		now: now - 3_600_000,
		width: 80,
		showSecrets: false,
	});
	expect(text.split("\n")[0]).toBe(
		"time        2026-11-20 13:00:40 Europe/Paris, 59m 48s ahead of this machine",
	);
});

test("a clock that was set and a destination that is not reached are told", () => {
	const panel = new TextedPanel({
		...panelWithPeople,
		reporting: {
			...panelWithPeople.reporting,
			destinations: [
				{ id: 2, url: "sms://+15550202", group: 1, level: "all", carrier: "" },
			],
		},
	});
	panel.happens({ type: "trouble", trouble: "sim", zone: 0, present: true });
	const [report] = panel.state.runtime.outbox;
	panel.happens({
		type: "report-failed",
		report: report?.id ?? 0,
		destination: 2,
	});
	panel.happens({ type: "clock-set", difference: -3_600_000 });
	const { state, now } = panel;
	const text = statusText(vst2752, state, {
		now,
		width: 80,
		showSecrets: false,
	});
	const lines = text.split("\n");
	expect(lines.slice(0, 2)).toEqual([
		"time        2026-11-20 12:00:00 UTC",
		"clock set   back 1h at 2026-11-20 12:00:00; running delays kept what was left",
	]);
	expect(lines).toContain(
		"not reached destination 2 since 2026-11-20 11:00:00",
	);
});

test("a duress report that waits, or is tried again, shows in nothing that programs are told", () => {
	const at = Date.UTC(2026, 10, 20, 12);
	const before = fullPanel(vst2752);
	const by = { via: "keypad" } as const;
	let state = transition(before, { type: "duress", by }, at).state;
	const [report] = state.runtime.outbox;
	expect(report?.event).toBe("duress");
	for (const { id } of state.reporting.destinations)
		state = transition(
			state,
			{ type: "report-failed", report: report?.id ?? 0, destination: id, by },
			at,
		).state;
	expect(state.runtime.deadlines).not.toEqual([]);
	const settings = { now: at, showSecrets: true };
	expect(statusJson(vst2752, state, settings)).toEqual(
		statusJson(
			vst2752,
			{ ...before, runtime: { ...before.runtime, log: state.runtime.log } },
			settings,
		),
	);
});
