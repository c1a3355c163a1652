import { describe, expect, test } from "vitest";
import type { Happening } from "../../../src/panel/state/event.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import {
	logOf,
	outboxOf,
	panelWithZones,
	stateAfter,
} from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

function happened(state: PanelState, happening: Happening, seconds: number) {
	const by = { via: "clock" } as const;
	return transition(state, { ...happening, by }, NOON + seconds * 1000);
}

describe("without power the house goes on", () => {
	const dark = () =>
		stateAfter(panelWithZones(["burglar", "burglar"]), "0 power cut");

	test("doors open and close, detectors are set off for nothing", () => {
		const state = stateAfter(
			dark(),
			"1 zone 2 open",
			"2 zone 1 open",
			"3 zone 2 close",
			"4 zone 2 trip",
			"5 zone 9 open",
			"6 zone 1 trip",
		);
		expect(state).toEqual({
			...dark(),
			runtime: {
				...dark().runtime,
				open: [1],
				changed: [
					{ id: 1, at: NOON + 2000 },
					{ id: 2, at: NOON + 3000 },
				],
			},
		});
	});

	test("things go out of order, each once, where there is something to", () => {
		const state = stateAfter(
			dark(),
			"1 mains fail",
			"2 mains fail",
			"3 zone 2 lost",
			"4 zone 9 lost",
			"5 jam on",
			"6 battery good",
		);
		expect(state.runtime.troubles).toEqual([
			{
				name: "mains",
				zone: 0,
				since: NOON + 1000,
				present: true,
				told: false,
			},
			{
				name: "supervision",
				zone: 2,
				since: NOON + 3000,
				present: true,
				told: false,
			},
		]);
		const back = stateAfter(state, "7 zone 2 found", "8 zone 2 found");
		expect(back.runtime.troubles.map(({ present }) => present)).toEqual([
			true,
			false,
		]);
		const on = stateAfter(back, "9 power restore");
		expect(on.runtime.troubles.map(({ name }) => name)).toEqual(["mains"]);
		expect(outboxOf(on)).toEqual(["1305 0"]);
	});

	test("jamming is noticed at the restart where it is looked for", () => {
		const options = { ...dark().options, jamDetection: true };
		const state = stateAfter(
			{ ...dark(), options },
			"1 jam on",
			"2 power restore",
			"32 nothing",
		);
		expect(outboxOf(state)).toEqual(["1305 0", "1344 0"]);
	});
});

test("what was under way when the power went is still noted as sent or given up", () => {
	const queued = [
		{ type: "queue-text", to: "+1", text: "A" } as const,
		{ type: "queue-text", to: "+2", text: "B" } as const,
	].reduce(
		(state, happening) => happened(state, happening, 0).state,
		panelWithZones(["fire"]),
	);
	const dark = stateAfter(queued, "1 zone 1 open", "2 power cut");
	const sent = happened(dark, { type: "text-sent", id: 1 }, 3);
	const failed = happened(sent.state, { type: "text-failed", id: 2 }, 4);
	const reported = happened(
		failed.state,
		{ type: "report-sent", report: 1, destination: 1 },
		5,
	);
	expect([sent.refusal, failed.refusal, reported.refusal]).toEqual([
		null,
		null,
		null,
	]);
	const { outgoing, outbox } = reported.state.runtime;
	expect([outgoing, outbox]).toEqual([[], []]);
	expect(logOf(reported.state).slice(1)).toEqual([
		"2 power-cut",
		"4 not-sent +2",
		"5 reported fire zones.1 to 1",
	]);
	const refused = happened(
		dark,
		{ type: "report-failed", report: 1, destination: 1 },
		3,
	);
	expect([refused.state, refused.refusal?.code]).toEqual([dark, "power/off"]);
	const time = happened(dark, { type: "time" }, 9999);
	expect([time.state, time.refusal]).toEqual([dark, null]);
});

describe("without power the owner's own program may still edit who is let in", () => {
	const dark = stateAfter(panelWithZones([]), "0 power cut");
	const anna = {
		type: "set-person",
		person: null,
		name: "Anna",
		numbers: ["+33612345678"],
	} as const;
	const edit = (
		state: PanelState,
		happening: Happening,
		via: "local" | "sms",
	) =>
		transition(
			state,
			{ ...happening, by: via === "sms" ? { via, from: "+1" } : { via } },
			NOON + 1000,
		);
	const withAnna = edit(dark, anna, "local").state;

	test.each([
		["add somebody", dark, anna, withAnna.remote],
		[
			"take somebody out",
			withAnna,
			{ type: "remove-person", person: 1 },
			dark.remote,
		],
		[
			"switch it all off",
			withAnna,
			{ type: "set-remote", remote: { enabled: false } },
			{ ...withAnna.remote, enabled: false },
		],
	] as const)("and %s; a text may not", (_, state, happening, remote) => {
		const edited = edit(state, happening, "local");
		expect(edited.refusal).toBeNull();
		expect(edited.state).toEqual({ ...state, remote });
		const texted = edit(state, happening, "sms");
		expect([texted.state, texted.refusal?.code]).toEqual([state, "power/off"]);
	});

	test("and its people have names", () => {
		expect(withAnna.remote.people.map(({ name }) => name)).toEqual(["Anna"]);
	});
});

test("without power a notice that was on its way is noted as sent or given up, and the credit as known", () => {
	const people = [
		{ type: "set-person", person: null, name: "Anna", numbers: ["+336"] },
		{ type: "set-remote", remote: { creditCode: "*101#" } },
		{ type: "ask-credit" },
	] as const;
	const asked = people.reduce<PanelState>(
		(state, happening) =>
			transition(
				state,
				{ ...happening, by: { via: "sms", from: "+336" } },
				NOON,
			).state,
		panelWithZones(["fire", "fire"]),
	);
	const dark = stateAfter(
		asked,
		"1 zone 1 open",
		"2 zone 2 open",
		"3 power cut",
	);
	expect(dark.runtime.notices.map(({ id }) => id)).toEqual([1, 2]);
	const sent = happened(dark, { type: "notice-sent", notice: 1 }, 4).state;
	const failed = happened(sent, { type: "notice-failed", notice: 2 }, 5).state;
	const known = happened(
		failed,
		{ type: "credit-known", to: "+336", text: "5 EUR" },
		6,
	).state;
	expect(known.runtime).toEqual({
		...dark.runtime,
		notices: [],
		log: known.runtime.log,
		creditFor: [],
		outgoing: [{ id: 1, to: "+336", text: "5 EUR" }],
	});
	expect(logOf(known).slice(-2)).toEqual([
		"3 power-cut",
		"5 not-told people.1",
	]);
});
