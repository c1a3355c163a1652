import { describe, expect, test } from "vitest";
import { onTestUntil } from "../../../src/panel/reporting/on-test.ts";
import { local } from "../../../src/panel/state/event.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import {
	type TroubleName,
	troubles,
} from "../../../src/panel/state/troubles.ts";
import { statusOf } from "../../../src/panel/status.ts";
import { transition } from "../../../src/panel/transition.ts";
import {
	readTypedEvent,
	writeTypedEvent,
} from "../../../src/panel/typed-event.ts";
import {
	outcomeAfter,
	panelWithZones,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

const panel = panelWithZones(["24-hour", "fire"]);
const after = (...lines: readonly string[]) =>
	outcomeAfter(panel, ...lines).state;
const outbox = ({ runtime }: PanelState) =>
	runtime.outbox.map(
		({ event, qualifier, subject }) => `${event} ${qualifier} ${subject}`,
	);
const log = ({ runtime }: PanelState) =>
	runtime.log.map(({ event, about }) => `${event} ${about}`.trim());

describe("on test", () => {
	test("an alarm sounds and is logged, and is reported to nobody", () => {
		const state = after(
			"0 test on 30m",
			"10 zone 1 trip",
			"20 keypad 1234 disarm",
		);
		expect(outbox(state)).toEqual([]);
		expect(log(state)).toEqual([
			"on-test",
			"alarm 24-hour zones.1",
			"cancelled",
		]);
		expect(statusOf(state, NOON + 20_000).onTest).toEqual({
			until: NOON + 1_800_000,
			left: 1_780_000,
		});
	});

	test("what was tested and put right is not reported when the test ends", () => {
		const state = after(
			"0 test on 1m",
			"10 zone 1 trip",
			"20 keypad 1234 disarm",
			"70 zone 2 trip",
		);
		expect(outbox(state)).toEqual(["fire event 2"]);
		expect(onTestUntil(state)).toBeNull();
	});

	test("what began in it and lasts is reported when it ends, by the clock or by hand", () => {
		const lasting = ["0 test on 1m", "10 zone 2 open", "20 battery low"];
		for (const end of ["60 zone 1 close", "40 test off"])
			expect(outbox(after(...lasting, end))).toEqual([
				"fire event 2",
				"battery-low event 0",
			]);
		expect(outbox(after(...lasting, "59 zone 1 close"))).toEqual([]);
	});

	test("of several zones and troubles those are reported at its end that last and nobody knows of", () => {
		const home = panelWithZones(["24-hour", "24-hour", "fire", "fire"]);
		const state = outcomeAfter(
			home,
			"0 zone 1 battery low",
			"0 battery low",
			"1 test on 1m",
			// over by then, in the test and out of it
			"2 zone 1 open",
			"3 zone 1 close",
			"4 zone 2 lost",
			"5 zone 2 found",
			// nobody may know of the mains yet: it has not failed for long
			"30 mains fail",
			"31 zone 2 open",
			"32 zone 2 battery low",
			"33 zone 3 trip",
			"34 zone 4 open",
			"35 zone 4 close",
			"36 zone 4 open",
			"61 nothing",
		).state;
		expect(outbox(state)).toEqual([
			"low-battery event 1",
			"battery-low event 0",
			"24-hour event 2",
			"fire event 3",
			"fire event 4",
			"low-battery event 2",
		]);
	});

	test("each trouble that began in it and lasts is reported at its end, once, whatever lasted before", () => {
		const names = Object.keys(troubles) as TroubleName[];
		const home = panelWithZones(["24-hour"], {
			tamperAlarm: "always",
			jamDetection: true,
		});
		const begins = (state: PanelState, trouble: TroubleName, minute: number) =>
			transition(
				state,
				{ type: "trouble", trouble, zone: 1, present: true, by: local },
				NOON + minute * 60_000,
			).state;
		const seconds = (minute: number) => `${minute * 60} nothing`;
		const place = (name: TroubleName) => (troubles[name].of === "zone" ? 1 : 0);
		for (const before of names)
			for (const during of names) {
				// What is an alarm as well lets no test begin.
				if (before === during || troubles[before].alarm !== null) continue;
				const known = outcomeAfter(begins(home, before, 0), seconds(10)).state;
				const testing = outcomeAfter(known, "600 test on 1h").state;
				const over = outcomeAfter(begins(testing, during, 11), seconds(70));
				expect(outbox(over.state)).toEqual(
					[before, during].map(
						(name) => `${troubles[name].event} event ${place(name)}`,
					),
				);
			}
	});

	test("the end of what was reported before is reported in it", () => {
		const state = after("0 battery low", "10 test on 1m", "20 battery good");
		expect(outbox(state)).toEqual([
			"battery-low event 0",
			"battery-low restore 0",
		]);
		expect(
			outbox(after("0 battery low", "10 test on 1m", "80 test off")),
		).toEqual(["battery-low event 0"]);
	});

	test.each<[string, readonly string[], string[]]>([
		[
			"told before is not told again when it ends",
			["0 zone 1 open", "10 test on 1m", "80 nothing"],
			["silent-panic event 1"],
		],
		[
			"told before is not told again when a longer one ends",
			["0 zone 1 open", "10 test on 1m", "20 test on 1m", "90 nothing"],
			["silent-panic event 1"],
		],
		[
			"told before is not told by a second one",
			["0 zone 1 open", "10 test on 1m", "80 test on 1m", "150 nothing"],
			["silent-panic event 1"],
		],
		[
			"told before has its end told in it",
			["0 zone 1 open", "10 test on 1m", "20 zone 1 close", "80 nothing"],
			["silent-panic event 1", "silent-panic restore 1"],
		],
		[
			"told before counts anew in it",
			["0 zone 1 trip", "10 test on 1m", "20 zone 1 trip", "80 nothing"],
			["silent-panic event 1", "silent-panic event 1"],
		],
		[
			"that began in it is told when it ends, once",
			[
				"0 test on 1m",
				"10 zone 1 open",
				"20 test on 1m",
				"90 test on 1m",
				"160 nothing",
			],
			["silent-panic event 1"],
		],
		[
			"that began and ended in it is not told",
			["0 test on 1m", "10 zone 1 open", "20 zone 1 close", "80 nothing"],
			[],
		],
		[
			"of another zone does not hide it",
			["0 zone 1 open", "10 test on 1m", "20 zone 2 open", "80 nothing"],
			["silent-panic event 1", "silent-panic event 2"],
		],
	])("a silent alarm %s", (_, lines, reports) => {
		const home = panelWithZones(["silent-panic", "silent-panic"]);
		expect(outbox(outcomeAfter(home, ...lines).state)).toEqual(reports);
	});

	test("the end of an alarm that was told and disarmed before is told in it", () => {
		const state = after(
			"0 zone 1 open",
			"10 keypad 1234 disarm",
			"20 test on 1m",
			"30 zone 1 close",
		);
		expect(outbox(state)).toEqual([
			"24-hour event 1",
			"cancel event 1",
			"24-hour restore 1",
		]);
	});

	test("it is refused while an alarm is on", () => {
		const { state, refusal } = outcomeAfter(
			panel,
			"0 zone 2 open",
			"1 test on 30m",
		);
		expect(refusal).toMatchObject({ code: "test/alarm" });
		expect(onTestUntil(state)).toBeNull();
	});

	test("another one begins its time anew, and a day is the longest", () => {
		const state = after("0 test on 30m", "600 test on 1h");
		expect(onTestUntil(state)).toBe(NOON + 600_000 + 3_600_000);
		const { state: long } = transition(
			panel,
			{ type: "on-test", minutes: 100_000, by: local },
			NOON,
		);
		expect(onTestUntil(long)).toBe(NOON + 86_400_000);
	});

	test.each([
		["test on 30m", { type: "on-test", minutes: 30 }, "test on 30m"],
		["TEST  ON 1h", { type: "on-test", minutes: 60 }, "test on 60m"],
		["test off", { type: "on-test", minutes: 0 }, "test off"],
	])("%s is read and written", (text, happening, written) => {
		const read = readTypedEvent(text);
		expect(read).toMatchObject({ ok: true, event: happening });
		expect(read.ok && writeTypedEvent(read.event)).toBe(written);
	});

	test.each(["test on soon", "test on 30s", "test on 25h"])(
		"%s is a fault at the length",
		(text) => {
			expect(readTypedEvent(text)).toEqual({
				ok: false,
				fault: {
					code: "step/time",
					message: "a length is 1m to 24h, as 30m or 2h",
					hint: null,
					start: 8,
					end: text.length,
				},
			});
		},
	);
});

test("a destination is tested once a minute, and the log says so", () => {
	const event = { type: "test-report", destination: 1, by: local } as const;
	const first = transition(panel, event, NOON);
	expect(first.state.runtime).toMatchObject({ reports: 1, outbox: [] });
	expect(log(first.state)).toEqual(["tested test to 1"]);
	expect(transition(first.state, event, NOON + 59_999).refusal).toMatchObject({
		code: "test/again",
	});
	expect(transition(first.state, event, NOON + 60_000).refusal).toBeNull();
	expect(
		transition(panel, { ...event, destination: 7 }, NOON).refusal,
	).toMatchObject({ code: "destination/unknown" });
});
