/** Whatever is texted, and wherever in it a code stands, nobody reads the code who may only look. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { journalOf } from "../../src/firmware/answer/journal.ts";
import { codeOf } from "../../src/firmware/answer/one-time-code.ts";
import { tellingOf } from "../../src/firmware/answer/report-on.ts";
import { respondToMail } from "../../src/firmware/respond-to-mail.ts";
import { HouseMask } from "../../src/http/house/house-mask.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { mailJson, mailText } from "../../src/views/mail-text.ts";
import { ANNA, anna, BOB, bob, KEY } from "../support/panel-with-people.ts";
import { fresh, NOON, PANEL } from "../support/texting.ts";
import { anyString } from "../support/texts.ts";

const factory = fresh(mz8);
const user = (id: number, pin: string) => ({ id, name: "", pin, latch: true });
const house: PanelState = {
	...factory,
	credentials: {
		...factory.credentials,
		keyword: "QUARTZ",
		installerCode: "7294",
	},
	users: [user(1, "8361"), user(2, "5927"), user(98, "6084")],
	remote: {
		...factory.remote,
		people: [
			{ ...anna, can: ["arm", "disarm", "bypass", "status", "script"] },
			{ ...bob, can: ["arm", "disarm", "program", "status"] },
		],
		recordUnknown: true,
		helpLine: true,
		scriptSecret: "slepens",
		scripts: [
			{ name: "x", lines: ["USRS:2,$pin,B", "TEXT SENDER The PIN is $pin."] },
		],
		questions: [{ asked: "garage", answer: "{mode}", people: [] }],
	},
};
const secrets = [
	...["QUARTZ", "7294", "8361", "5927", "6084", "slepens", KEY],
	// As people write them by mistake.
	...["83 61", "83-61", "8.3.6.1", "８３６１", "٨٣٦١"],
];

const piece = fc.oneof(
	fc.constantFrom(
		...["DISARM", "ARM", "HOME", "LOG", "BYPASS", "1", "AT", "22:30"],
		...[":cmd", "script", "x", "pin=8361", "MODE:A", "PIN?", "USRS:2,5927"],
		...["PWRD:QUARTZ,8361", "USRS:8361", "QUARTZ:", "QUARTZ 7294", "garage"],
		...["disarm8361", "8361disarm", "D1SARM", ",", ":", "CODE", "CODE-"],
		...secrets,
	),
	anyString.map((text) => text.slice(0, 6)),
);
const text = fc
	.array(piece, { maxLength: 6 })
	.map((pieces) => pieces.join(" "));
const mail = fc.record({
	from: fc.constantFrom(ANNA, ANNA, BOB, "+4915112345678"),
	text,
	wait: fc.integer({ min: 0, max: 2_000_000 }),
});

test("a code is in no log, no line of the service and nothing that HTTP tells", () => {
	fc.assert(
		fc.property(fc.array(mail, { maxLength: 8 }), (mails) => {
			const panel = { model: mz8, number: PANEL };
			let state = house;
			let now = NOON;
			for (const { from, text: said, wait } of mails) {
				now += wait;
				const code = codeOf(KEY, Math.floor(now / 30_000));
				const text = said
					.replace("CODE-", `${code}-83-61`)
					.replace("CODE", `${code}8361`);
				const sms = {
					from,
					text,
					named: false,
					sentAt: now,
					reference: null,
				};
				const before = state;
				const response = respondToMail(panel, before, sms, now, 30);
				state = response.state;
				const journal = journalOf(panel, before, sms, response);
				const exchange = { before, response, journal };
				const mask = new HouseMask(mz8, [before, state]);
				const received = { type: "received", mail: sms, exchange } as const;
				const told = [
					state.runtime.log,
					mask.part({
						type: "text",
						from,
						text,
						named: false,
						...tellingOf(exchange),
					}),
					mask.state(state),
					mailText(received, false),
					mailJson(received, mask),
				].map(withoutNumbers);
				for (const each of told)
					expect([text, secrets.filter((one) => each.includes(one))]).toEqual([
						text,
						[],
					]);
			}
		}),
		{ numRuns: 400 },
	);
});

/** Instants have any digits. */
function withoutNumbers(value: unknown): string {
	return JSON.stringify(value, (_, member) =>
		typeof member === "number" ? 0 : member,
	);
}
