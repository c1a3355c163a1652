import type { PhoneTested } from "../../device/control/test-phone.ts";

/** What came of a text that tests a person's phone, in lines for people. */
export function testedPhoneLines({
	sms,
	sentAfter,
	deliveredAfter,
	reason,
}: Omit<PhoneTested, "refusal">): readonly string[] {
	if (sentAfter === null)
		return [`not sent: ${reason}; it waits in the outbox as long as it may go`];
	const cost = sms === 1 ? "1 SMS" : `${sms} SMS`;
	const sent = `sent after ${seconds(sentAfter)}, ${cost}`;
	return deliveredAfter === null
		? [
				sent,
				`not delivered: ${reason}; the phone may be off, and some networks send no report`,
			]
		: [sent, `delivered after ${seconds(deliveredAfter)}`];
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
