import { describe, expect, test } from "vitest";
import { noticeText } from "../../../src/firmware/outbox/notice-sms.ts";
import { alarmKinds } from "../../../src/panel/state/alarm-kinds.ts";
import type { Notice } from "../../../src/panel/state/notice.ts";
import type { Language } from "../../../src/panel/state/remote-access.ts";
import { troubles } from "../../../src/panel/state/troubles.ts";
import { isGsm7 } from "../../../src/sms/gsm7.ts";
import { having } from "../../support/panel-builder.ts";
import { aZone, panelWithZones } from "../../support/panel-with-zones.ts";
import { NOON } from "../../support/texting.ts";

const home = {
	...panelWithZones(["burglar", "entry"]),
	zones: [
		{ ...aZone(1, "burglar"), name: "Kitchen" },
		...[2, 3, 4, 5, 6].map((id) => aZone(id, "burglar")),
	],
};

function said(notice: Partial<Notice>, language: Language = "en"): string {
	const state = having(home, {
		type: "set-person",
		person: null,
		name: "Anna",
		numbers: ["+33612345678"],
		language,
	});
	return noticeText(state, {
		id: 1,
		person: 1,
		at: NOON,
		about: "done",
		what: "",
		subject: 0,
		zones: [],
		by: "",
		...notice,
	});
}

const notices: readonly (readonly [Partial<Notice>, string])[] = [
	[{ about: "done", what: "DISARM", by: "Anna" }, "Anna: DISARM is done."],
	[
		{ about: "done", what: "BYPASS", by: "Anna", zones: [1] },
		"Anna: BYPASS 1 is done.",
	],
	[{ about: "entered", what: "away" }, "The house is armed away."],
	[
		{ about: "entered", what: "home", zones: [1, 2, 3, 4, 5, 6] },
		"The house is armed home. Bypassed: zone 1 Kitchen, zone 2, zone 3, zone 4, +2.",
	],
	[
		{ about: "not-entered", what: "away" },
		"NOT armed away: it was ended at the panel. Check the real state first: STATUS",
	],
	[
		{ about: "alarm", what: "burglar", subject: 1 },
		"ALARM: burglar, zone 1 Kitchen.",
	],
	[
		{ about: "alarm-over", what: "fire", subject: 2 },
		"Alarm over: FIRE, zone 2.",
	],
	[
		{ about: "alarm-over", what: "cancel" },
		"The alarm was ended: somebody has disarmed.",
	],
	[{ about: "trouble", what: "mains" }, "Trouble: mains power."],
	[
		{ about: "trouble", what: "restart" },
		"The panel has started anew: its power was gone.",
	],
	[
		{ about: "trouble-over", what: "low-battery", subject: 2 },
		"In order again: battery low, zone 2.",
	],
	[
		{ about: "flaps", what: "low-battery", subject: 2 },
		"Comes and goes: battery low, zone 2. Nothing more is told of it for an hour, unless it lasts.",
	],
	[
		{ about: "guessing", what: "+33687654321" },
		"Too many wrong codes: messages from +33687654321 are ignored for a while.",
	],
	[
		{ about: "guessing" },
		"Somebody is guessing codes by SMS. Messages from numbers that are not listed are ignored for a while.",
	],
];

test.each(notices)("%j is told so", (notice, text) => {
	expect(said(notice)).toBe(text);
});

describe.each(["en", "fr", "es"] as const)("in %s", (language) => {
	test("every notice can be sent in GSM-7", () => {
		const events = [...Object.keys(alarmKinds), ...Object.keys(troubles)].map(
			(what) => [{ about: "alarm", what } as const, ""] as const,
		);
		for (const [notice] of [...notices, ...events]) {
			const text = said(notice, language);
			expect([text, isGsm7(text)]).toEqual([text, true]);
			expect(text).not.toMatch(/undefined/);
		}
	});
});

test("what no phrase is for stands as it is", () => {
	expect(said({ about: "alarm", what: "constructor" })).toBe(
		"ALARM: constructor.",
	);
});
