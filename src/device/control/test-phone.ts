import { phoneTest } from "../../firmware/people/phone-test.ts";
import { find } from "../../panel/state/numbered.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";
import type { Panel } from "../panel.ts";
import { TextWatch } from "../text-watch.ts";

/** What came of a text that tests a person's phone, as plain data. */
export interface PhoneTested {
	/** Why nothing was sent; null where it was. */
	readonly refusal: {
		/** That of the panel's refusal: `person/tested`. */
		readonly code: Refusal["code"];
		readonly message: string;
		readonly hint: string | null;
	} | null;
	/** SMS that the network took; 0 while it took none. */
	readonly sms: number;
	/** Milliseconds until the network took the text; null where it did not. */
	readonly sentAfter: number | null;
	/** Milliseconds until the last delivery report; null where not all came. */
	readonly deliveredAfter: number | null;
	/** Why it was not sent or not delivered; null where it was. */
	readonly reason: string | null;
}

/** How long a text and its delivery report are waited for, in milliseconds. */
export const TEST_PATIENCE = 5 * 60_000;

/**
 * Texts a person that texts arrive, and waits for the delivery report. It goes
 * through the outbox as every text does; the log says that it was a test.
 * @param id of the person
 * @param clock the machine's
 */
export async function testPhone(
	panel: Panel,
	id: number,
	clock: Clock,
): Promise<PhoneTested> {
	if (panel.modem.url === null)
		return refused(
			"person/no-modem",
			"this panel has no modem",
			"alarmpanel serve has one",
		);
	const person = find(panel.state.remote.people, id);
	if (person === undefined)
		return refused(
			"person/unknown",
			"there is no such person",
			"alarmpanel people list",
		);
	const event = phoneTest(panel.state, person);
	const watch = new TextWatch(person.numbers[0] ?? "", event.text, clock);
	const stopWatching = panel.modem.follow(watch);
	const began = clock.now();
	const over = new AbortController();
	try {
		const { refusal } = await panel.happens(event);
		if (refusal !== null)
			return refused(refusal.code, refusal.message, refusal.hint);
		const late = wait(clock, TEST_PATIENCE, over.signal);
		await Promise.race([watch.settled, late]);
	} finally {
		over.abort();
		stopWatching();
	}
	const { sms, sentAt, deliveredAt, reason } = watch.progress;
	return {
		refusal: null,
		sms,
		sentAfter: sentAt === null ? null : sentAt - began,
		deliveredAfter: deliveredAt === null ? null : deliveredAt - began,
		reason,
	};
}

function refused(
	code: Refusal["code"],
	message: string,
	hint: string | null,
): PhoneTested {
	return {
		refusal: { code, message, hint },
		sms: 0,
		sentAfter: null,
		deliveredAfter: null,
		reason: null,
	};
}
