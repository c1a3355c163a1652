import { expect, test } from "vitest";
import { modelNamed } from "../../../src/models/models.ts";
import type { LanguageSettings } from "../../../src/panel/state/stored.ts";
import {
	allowances,
	forRealPanel,
} from "../../../src/plan/messages/plan-rules.ts";
import { answerOf } from "../../../src/site/apply/expected-answer.ts";
import { MINUTE } from "../../../src/time/units.ts";
import { PanelAtEnd, SENDER } from "../../support/applied.ts";
import { factoryOf, plannedFrom, siteOfText } from "../../support/planned.ts";

/** The story of a run at a panel of another maker that has some settings already. */
async function story(
	model: string,
	wanted: LanguageSettings,
	has: LanguageSettings = {},
) {
	const site = siteOfText(
		JSON.stringify({ model, stored: { language: wanted } }),
	);
	const rules = forRealPanel([], allowances, SENDER);
	const factory = factoryOf(site);
	const plan = plannedFrom(site, rules);
	const state = {
		...factory,
		stored: { language: { ...factory.stored.language, ...has } },
	};
	const end = new PanelAtEnd(
		plan,
		{ keyword: "", code: String(factory.stored.language?.code) },
		state,
		rules,
	);
	const progress = await end.apply();
	const [first] = end.handed;
	return {
		sent: end.handed.map(
			({ at, text }) => `${(at - (first?.at ?? 0)) / MINUTE} ${text}`,
		),
		heard: end.entries.flatMap(({ entry }) =>
			entry.type === "heard" ? [`${entry.as}: ${entry.text}`] : [],
		),
		standings: progress?.standings,
		ended: progress?.ended?.outcome,
	};
}

test("what a panel of another maker answers is taken for the answer, several commands too", async () => {
	expect(
		await story("tell-gate", {
			phone1: "+361",
			report: "+362",
			code: "2222",
		}),
	).toEqual({
		sent: ["0 PWD=1111#TEL=+361#REPORT=+362#", "0 PWD=1111#PWC=2222#"],
		heard: [
			"answer: … user(s) added\nReport nr. OK",
			"answer: Password changed",
		],
		// Without a probe it was never shown that what answers is the panel.
		standings: ["assumed", "assumed"],
		ended: "done",
	});
});

test("a wrong code stops the run at once, and is no success", async () => {
	expect(
		await story("tell-gate", { report: "+362" }, { code: "9999" }),
	).toEqual({
		sent: ["0 PWD=1111#REPORT=+362#"],
		heard: ["answer: Wrong password"],
		standings: ["refused"],
		ended: "refused",
	});
});

test("a panel that says nothing is taken to have done it, after the validity", async () => {
	expect(await story("trikdis-g16", { apn: "internet", panelType: 2 })).toEqual(
		{
			sent: ["0 123456 CONNECT APN=internet", "17 123456 CONNECT CP=2"],
			heard: [],
			standings: ["assumed", "assumed"],
			ended: "done",
		},
	);
});

test.each([
	["tell-gate", "TEL", "3 user(s) added", "done", "… user(s) added"],
	["tell-gate", "DEL", "User not found to delete", "refused", null],
	[
		"tell-gate",
		"TEL, REPORT",
		"1 user(s) added\nReport nr. OK",
		"done",
		"… user(s) added\nReport nr. OK",
	],
	[
		"tell-gate",
		"TEL, REPORT",
		"1 user(s) added\nCMD error",
		"refused",
		"… user(s) added\nCMD error",
	],
	["tell-gate", "TEL, REPORT", "Wrong password", "refused", "Wrong password"],
	["tell-gate", "TEL, REPORT", "1 user(s) added", null, null],
	["tell-gate", "TEL", "hello", null, null],
	["dsc", "Bypass", "Bypass 03 1234 Unsuccessful", "refused", "… Unsuccessful"],
	["watchguard-2010", "PIN", "NEWPIN: 123456", "done", "NEWPIN: …"],
	["watchguard-2010", "ID", "HOME: ID Change passed.", "done", null],
	["jablotron-gd04", "ARX, TMX", "PROGRAM OK", "done", "PROGRAM OK"],
	["trikdis-g16", "CONNECT APN", "OK", null, null],
])(
	"%s, %s: %j is %s, and is kept without what may be a code",
	(model, word, text, type, shown) => {
		const known = modelNamed(model);
		if (known === undefined) throw new Error(`there is no ${model}`);
		const answer = answerOf(known, word, text);
		expect(answer?.type ?? null).toBe(type);
		if (shown !== null) expect(answer).toEqual({ type, said: shown });
	},
);
