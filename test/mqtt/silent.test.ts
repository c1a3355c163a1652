import fc from "fast-check";
import { expect, test } from "vitest";
import { mqttSettings } from "../../src/mqtt/settings.ts";
import { happenedBetween } from "../../src/mqtt/state/happened.ts";
import { outputMessages } from "../../src/mqtt/state/output-messages.ts";
import { stateMessages } from "../../src/mqtt/state/state-messages.ts";
import { nothingTold } from "../../src/mqtt/state/told-facts.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { mqttHouse } from "../support/mqtt-house.ts";
import { panelWithZones } from "../support/panel-with-zones.ts";
import { NOON } from "../support/texting.ts";

const SILENT = 4;
/** It was there all the time. */
const NOTHING = "sim present";
const house: PanelState = {
	...panelWithZones(["entry", "burglar", "fire", "silent-panic"]),
	users: [
		{ id: 1, name: "", pin: "1234", latch: true },
		{ id: 98, name: "", pin: "9898", latch: true },
	],
};

/** All that is told while some steps happen, ten seconds apart. */
function told(steps: readonly string[]): readonly string[] {
	const settings = mqttSettings("00000000", {
		outputs: { siren: { topic: "s", on: "ON", off: "OFF", retain: false } },
	});
	let state = house;
	let last = "";
	return steps.flatMap((step, at) => {
		const now = NOON + at * 10_000;
		const read = readTypedEvent(step);
		if (!read.ok) throw new Error(step);
		const before = state;
		const outcome = transition(state, read.event, now);
		state = outcome.state;
		const messages = JSON.stringify([
			...stateMessages(state, nothingTold, settings),
			...outputMessages(state, settings),
		]);
		const isNew = messages !== last;
		last = messages;
		return [
			...(isNew ? [messages] : []),
			JSON.stringify([outcome.refusal, happenedBetween(before, state, false)]),
		];
	});
}

const doing = fc.constantFrom(
	...["zone 1 open", "zone 1 close", "zone 2 open", "zone 2 close"],
	...["zone 3 open", "zone 3 close", "mains fail", "mains restore"],
	...["mqtt away", "mqtt home", "mqtt CODE away force", "mqtt CODE disarm"],
	...["keypad CODE disarm", "keypad CODE away", "mqtt 1111 disarm"],
);

test("whoever is forced to use the duress code leaves what user 1 leaves", () => {
	fc.assert(
		fc.property(fc.array(doing, { maxLength: 30 }), (steps) => {
			const by = (code: string) =>
				told(steps.map((step) => step.replace("CODE", code)));
			expect(by("9898")).toEqual(by("1234"));
		}),
	);
});

test("a silent panic button changes nothing that is told", () => {
	const press = fc.constantFrom(
		...[`zone ${SILENT} open`, `zone ${SILENT} trip`, `zone ${SILENT} close`],
	);
	const evening = fc.array(
		fc.record({ step: doing, press, isForced: fc.boolean() }),
		{
			maxLength: 30,
		},
	);
	fc.assert(
		fc.property(evening, (steps) => {
			const run = (isForced: (forced: boolean) => boolean) =>
				told(
					steps.flatMap((each) => [
						each.step.replace("CODE", "1234"),
						isForced(each.isForced) ? each.press : NOTHING,
					]),
				);
			expect(run((forced) => forced)).toEqual(run(() => false));
		}),
	);
});

test("who wants it is told as an event of duress and silent panic, and only then", async () => {
	const shown = await mqttHouse({ state: house, mqtt: { tellSilent: true } });
	await shown.asks({ action: "DISARM", code: "9898" });
	await shown.happens(`zone ${SILENT} open`);
	expect(
		shown.home.events.map(({ event_type, what }) => [event_type, what]),
	).toEqual([
		["alarm", "duress"],
		["alarm", "silent-panic"],
	]);
	const hidden = await mqttHouse({ state: house });
	await hidden.asks({ action: "DISARM", code: "9898" });
	await hidden.happens(`zone ${SILENT} open`);
	expect(hidden.home.events).toEqual([]);
});
