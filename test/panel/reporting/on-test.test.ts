import { describe, expect, test } from "vitest";
import { onTestUntil } from "../../../src/panel/reporting/on-test.ts";
import { local } from "../../../src/panel/state/event.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { statusOf } from "../../../src/panel/status.ts";
import { transition } from "../../../src/panel/transition.ts";
import { readStep, writeStep } from "../../../src/panel/typed-event.ts";
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
		const read = readStep(text);
		expect(read).toMatchObject({ ok: true, event: happening });
		expect(read.ok && writeStep(read.event)).toBe(written);
	});

	test.each(["test on soon", "test on 30s", "test on 25h"])(
		"%s is a fault at the length",
		(text) => {
			expect(readStep(text)).toEqual({
				ok: false,
				fault: {
					...{
						code: "step/time",
						message: "a length is 1m to 24h, as 30m or 2h",
					},
					...{ hint: null, start: 8, end: text.length },
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
