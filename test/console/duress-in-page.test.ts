import { expect, test } from "vitest";
import { panelInPage } from "../../src/console/panel-in-page.ts";
import { ConsoleStore } from "../../src/console/store/console-store.ts";
import { codeOf } from "../../src/firmware/answer/one-time-code.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { KEY } from "../support/panel-with-people.ts";
import {
	type Deed,
	DURESS,
	differences,
	OWN,
	START,
	told,
	watched,
} from "../support/told-by-page.ts";
import { CENTRE } from "../support/watched-panel.ts";

/*
 * Whoever forces somebody may look at the page on their phone: what it tells of its
 * panel is what it would tell of the user's own code, unless duress is asked for.
 */

const evenings: readonly (readonly [string, readonly Deed[]])[] = [
	["at the keypad", [{ step: "keypad CODE disarm" }]],
	["by SMS", [{ text: "DISARM CODE" }]],
	[
		"by SMS that takes its time",
		[{ rule: "delay 30s" }, { text: "DISARM CODE" }, { pass: "10s" }],
	],
	[
		"by SMS that is lost",
		[{ rule: "loss 100% 1x" }, { text: "DISARM CODE" }, { pass: "10s" }],
	],
	[
		"at the remote switch",
		[
			{ step: "keypad CODE remote off" },
			{ pass: "1m" },
			{ step: "keypad CODE remote on" },
		],
	],
	["by the house's own system", [{ step: "mqtt CODE disarm" }]],
	[
		"with a report that no network takes yet",
		[{ step: "power cut" }, { step: "power restore" }],
	],
];

const armed: readonly Deed[] = [
	{ step: "keypad 1234 away" },
	{ pass: "1m" },
	{ step: "zone 1 open" },
];
const after: readonly Deed[] = [
	{ pass: "30s" },
	{ step: "zone 1 close" },
	{ step: "keypad CODE away" },
	{ pass: "5m" },
	{ step: "keypad CODE disarm" },
	{ pass: "1h" },
];

test.each(evenings)(
	"duress %s is told as the user's own code",
	async (_, evening) => {
		const deeds = [...armed, ...evening, ...after];
		const own = await told(deeds, OWN);
		const forced = await told(deeds, DURESS);
		expect(differences(forced, own)).toEqual([]);
		const shown = await told(deeds, DURESS, { showDuress: true });
		expect(shown.join()).toContain("duress: user 98");
	},
);

test("duress behind a one-time code is told as the user's own code", async () => {
	const beginning: PanelState = {
		...watched,
		remote: {
			...watched.remote,
			confirmation: [{ word: "DISARM", by: "code" }],
		},
	};
	const sent = START + 80_000;
	const otp = codeOf(KEY, Math.floor(sent / 30_000));
	const deeds = [
		...armed,
		{ text: "DISARM" },
		{ pass: "20s" },
		{ text: `${otp} CODE` },
		...after,
	];
	const own = await told(deeds, OWN, { beginning });
	expect(own.join().includes('"event": "disarmed",')).toBe(true);
	const forced = await told(deeds, DURESS, { beginning });
	expect(differences(forced, own)).toEqual([]);
});

test("a silent button is told as a door that opens while nothing is armed", async () => {
	const deeds: readonly Deed[] = [
		{ step: "zone 5 open" },
		{ pass: "1m" },
		{ step: "zone 5 close" },
		{ step: "zone 5 trip" },
		...armed,
		{ step: "keypad CODE disarm" },
		{ pass: "1h" },
	];
	const attribute = (wanted: "silent-panic" | "burglar"): PanelState => ({
		...watched,
		zones: watched.zones.map((each) =>
			each.id === 5 ? { ...each, attribute: wanted } : each,
		),
	});
	const seen = async (wanted: "silent-panic" | "burglar") =>
		(await told(deeds, OWN, { beginning: attribute(wanted) }))
			// The record leaves out what raises an alarm.
			.slice(0, -1)
			.map((each) => each.replaceAll(`"${wanted}"`, '"burglar"'));
	const [pressed, opened] = [await seen("silent-panic"), await seen("burglar")];
	expect(differences(pressed, opened)).toEqual([]);
	const shown = await told(deeds, OWN, { showDuress: true });
	expect(shown.join()).toContain("silent panic");
});

test("what is ticked is told of the whole session, and taken back", async () => {
	const panel = panelInPage({
		model: mz8,
		now: START,
		seed: 7,
		beginning: watched,
	});
	const store = new ConsoleStore(panel);
	await panel.step(`keypad ${DURESS} away`);
	await panel.clock.advance("1m");
	store.tick();
	const reports = () =>
		store.activities.value.flatMap((each) =>
			each.type === "sent" && each.to === CENTRE ? each.text : [],
		);
	const hidden = reports();
	expect(hidden.join()).not.toContain("duress");
	store.moment.value = 1;
	panel.showDuress.value = true;
	expect(reports().join()).toContain("duress: user 98");
	expect((await panel.record()).transcript).toContain(`keypad ${DURESS} away`);
	expect(store.moment.value).toBeNull();
	await panel.step("keypad 1234 disarm");
	panel.showDuress.value = false;
	expect(reports().slice(0, hidden.length)).toEqual(hidden);
	expect(reports().join()).not.toContain("duress");
	expect((await panel.record()).transcript).not.toContain(DURESS);
	// It goes on with what happens now.
	await panel.step("zone 1 open");
	expect(store.activities.value.at(-1)).toMatchObject({ type: "event" });
	expect(store.shown.value.state.runtime.open).toEqual([1]);
});
