import { expect, test } from "vitest";
import { journalOf } from "../../src/firmware/answer/journal.ts";
import { respond } from "../../src/firmware/respond.ts";
import { HouseMask } from "../../src/http/house/house-mask.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { SendOutcome } from "../../src/sms/mailbox.ts";
import { mailJson, mailText } from "../../src/views/mail-text.ts";
import { ANNA, panelWithPeople } from "../support/panel-with-people.ts";
import { NOON, PANEL } from "../support/texting.ts";

const house = {
	...panelWithPeople,
	remote: { ...panelWithPeople.remote, helpLine: true },
};

/** What is told of a text that came: a line, and the report in JSON. */
function told(text: string, from = ANNA) {
	const panel = { model: vst2752, number: PANEL };
	const sms = { from, text, sentAt: NOON };
	const response = respond(panel, house, sms, NOON);
	const journal = journalOf(panel, house, sms, response);
	const mail = { type: "received", mail: sms } as const;
	const event = { ...mail, exchange: { before: house, response, journal } };
	const mask = new HouseMask(vst2752, [house, response.state]);
	const json = mailJson(event, mask) as { received: Record<string, unknown> };
	const { command, reply } = json.received;
	return [mailText(event, false), command, reply];
}

test.each([
	["DISARM 1234", "DISARM: done", "DISARM", "The house is disarmed already."],
	[
		"PROG",
		"no command: error",
		"****",
		"Not understood. Text HELP for the words that you may use.",
	],
	[
		"PROG 7982 PIN?",
		"PIN?: done",
		"PIN?",
		expect.not.stringMatching(/1234|2222/),
	],
	["PROG 7982 7982", "no command: error", "****", "****:ERROR"],
])(
	"a text that came is told without a code: %s",
	(text, line, command, reply) => {
		expect(told(text)).toEqual([`from ${ANNA}: ${line}`, command, reply]);
	},
);

test("the line of a text says whether it went, what to do, and what is not known of it", () => {
	const reason = "the modem answered +CMS ERROR: 28";
	const advice = "ask the network";
	const outcomes: readonly SendOutcome[] = [
		{ sent: true, references: [1] },
		{ sent: true, references: [1], unseen: true },
		{ sent: false, reason, retry: false },
		{ sent: false, reason, advice, retry: true },
		{ sent: false, reason, advice, retry: true, unseen: true },
	];
	const lines = outcomes.map((outcome) =>
		mailText({ type: "sent", to: "+1", text: "ALARM", outcome }, false),
	);
	expect(lines).toEqual([
		"to +1: sent",
		"to +1: sent, and it may arrive twice",
		"to +1: not sent: the modem answered +CMS ERROR: 28",
		"to +1: not sent: the modem answered +CMS ERROR: 28; ask the network; tried again later",
		"to +1: not known whether it was sent: the modem answered +CMS ERROR: 28; ask the network; sent again later",
	]);
});
