import { expect, test } from "vitest";
import type { SendOutcome } from "../../src/sms/mailbox.ts";
import { mailText } from "../../src/views/mail-text.ts";

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
		"to +1: not sent: the modem answered +CMS ERROR: 28; it may arrive all the same; ask the network; tried again later",
	]);
});
