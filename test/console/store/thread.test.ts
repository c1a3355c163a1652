import { expect, test } from "vitest";
import { threadOf } from "../../../src/console/store/thread.ts";
import { createPanel } from "../../../src/index.ts";

const PHONE = "+15550101";

test("a text has its length, and one whose codes are masked has none", async () => {
	const panel = await createPanel();
	await panel.text("PROG 7982 USRS:1,12,,1", { from: PHONE });
	const whole = [...panel.activity.from(0)];
	const masked = whole.map((each) =>
		each.type === "text" ? { ...each, text: "**** **** USRS:1,****,,1" } : each,
	);
	const measures = (activities: typeof whole) =>
		threadOf(activities, [], PHONE, new Map()).map(({ kind, sms }) => [
			kind,
			sms,
		]);
	const reply = { characters: 10, alphabet: "gsm-7", parts: 1 };
	expect(measures(whole)).toEqual([
		["sent", { characters: 22, alphabet: "gsm-7", parts: 1 }],
		["received", reply],
	]);
	expect(measures(masked)).toEqual([
		["sent", null],
		["received", reply],
	]);
});
