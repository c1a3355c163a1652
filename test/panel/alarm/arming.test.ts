import { describe, expect, test } from "vitest";
import { target } from "../../../src/panel/alarm/target-mode.ts";
import { nextDeadline } from "../../../src/panel/transition.ts";
import { after, factory, having } from "../../support/panel-builder.ts";
import { NOON } from "../../support/texting.ts";

const away = { type: "set-mode", mode: "away" } as const;
const home2 = { type: "set-mode", mode: "home-2" } as const;
const disarm = { type: "set-mode", mode: "disarm" } as const;
const time = { type: "time" } as const;

describe("arming", () => {
	test("runs the exit delay, then the mode is entered at the very instant", () => {
		const arming = after(factory, away).state;
		expect(arming.runtime).toMatchObject({
			mode: "arming",
			into: "away",
			deadlines: [{ due: NOON + 30_000, kind: "exit", sequence: 1 }],
		});
		expect(nextDeadline(arming)).toBe(NOON + 30_000);
		expect(after(arming, time, 29.999).state.runtime.mode).toBe("arming");
		expect(after(arming, time, 30).state.runtime).toMatchObject({
			mode: "away",
			into: null,
			deadlines: [],
		});
	});

	test("with no exit delay arms at once", () => {
		const instant = having(factory, { type: "set-timers", exitHome: 0 });
		expect(after(instant, home2, 5).state.runtime).toMatchObject({
			mode: "home",
			home: 2,
			into: null,
			deadlines: [],
		});
	});

	test("into the mode that is being entered starts no countdown anew", () => {
		const arming = after(factory, away).state;
		const again = after(arming, away, 10);
		expect(again).toEqual({ state: arming, effects: [], refusal: null });
	});

	test("into another mode starts that mode's countdown", () => {
		const timed = having(factory, { type: "set-timers", exitHome: 60 });
		const { state } = after(after(timed, away, 1).state, home2, 11);
		expect(state.runtime).toMatchObject({
			mode: "arming",
			into: "home",
			home: 2,
			deadlines: [{ due: NOON + 71_000, kind: "exit" }],
		});
	});

	test("names the mode being entered as its target", () => {
		expect(target(after(factory, away).state.runtime)).toBe("away");
		expect(target(factory.runtime)).toBe("disarm");
	});

	test("keeps the length that was announced when the delay is changed meanwhile", () => {
		const state = having(factory, away, { type: "set-timers", exitAway: 200 });
		expect(nextDeadline(state)).toBe(NOON + 30_000);
	});
});

describe("disarming", () => {
	test("ends the countdown", () => {
		const { state } = after(after(factory, away).state, disarm, 10);
		expect(state.runtime).toMatchObject({
			mode: "disarm",
			into: null,
			deadlines: [],
		});
	});

	test("at the very instant of expiry comes after the expiry", () => {
		const { state } = after(after(factory, away).state, disarm, 30);
		expect(state.runtime.mode).toBe("disarm");
		expect(
			state.runtime.log.map(({ event, about }) => `${event} ${about}`),
		).toEqual(["arming away", "armed away", "disarmed "]);
	});

	test("takes back the bypasses that were for one arming, and only those", () => {
		const state = having(
			factory,
			{ type: "add-device", zone: 1, lastZone: 1, rfId: "0000000001" },
			{ type: "add-device", zone: 2, lastZone: 2, rfId: "0000000002" },
			{ type: "set-zone", zone: 1, bypass: "once" },
			{ type: "set-zone", zone: 2, bypass: "always" },
			away,
			disarm,
		);
		expect(state.zones.map(({ id, bypass }) => [id, bypass])).toEqual([
			[1, "none"],
			[2, "always"],
		]);
	});

	test("a disarmed panel is done already", () => {
		expect(after(factory, disarm).state).toBe(factory);
	});
});

describe("time", () => {
	test("stands still while clocks that are read one after the other differ", () => {
		const arming = after(factory, away, 100).state;
		const { state } = after(arming, disarm, 99.5);
		expect(state.runtime.log.at(-1)?.at).toBe(NOON + 100_000);
	});

	test("that passed while nobody looked is caught up before anything else", () => {
		const { state } = after(
			after(factory, away).state,
			{ type: "act", act: "test" },
			3600,
		);
		expect(
			state.runtime.log.map(({ at, event }) => [at - NOON, event]),
		).toEqual([
			[0, "arming"],
			[30_000, "armed"],
			[3_600_000, "test"],
		]);
	});
});
