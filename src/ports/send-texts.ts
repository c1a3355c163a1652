/** One text to several numbers through a modem, to its final result. */
import type { GsmModem } from "../modem/gsm-modem.ts";
import type { DeliveryEvent } from "../modem/link/modem-event.ts";
import {
	describeRegistration,
	isDenied,
	isRegistered,
	registrationAdvice,
} from "../modem/link/registration.ts";
import type { StartFacts } from "../modem/link/start-up.ts";
import type { SendOutcome } from "../sms/mailbox.ts";
import type { DeliveryWatch } from "./delivery-watch.ts";
import { aborted } from "./started-modem.ts";

export interface SendTextsParts {
	readonly modem: GsmModem;
	readonly facts: StartFacts;
	readonly to: readonly string[];
	readonly text: string;
	/** Null where no delivery report is waited for. */
	readonly deliveries: DeliveryWatch | null;
	/** Ends all waiting. */
	readonly signal: AbortSignal;
	/** How long that was, in words: `120 s`. */
	readonly patience: string;
	/** What went wrong meanwhile, in a few words; null if nothing did. */
	readonly trouble: () => string | null;
}

/** What became of a text to one number. */
export interface SendResult {
	readonly to: string;
	/** The network took every part of it. */
	readonly accepted: boolean;
	/** Null where no report was asked for. */
	readonly delivered: boolean | null;
	/** TP-MR of each SMS that it took. */
	readonly references: readonly number[];
	/** Some of it may have been sent unconfirmed, or twice. */
	readonly doubtful: boolean;
	/** Why it failed; null where it did not. */
	readonly reason: string | null;
	readonly advice: string | null;
}

/** Whether a text arrived as far as was asked. */
export function isDone({ accepted, delivered }: SendResult): boolean {
	return accepted && delivered !== false;
}

/** Sends to each number in turn, and waits for all of it together. Total. */
export function sendTexts(parts: SendTextsParts): Promise<SendResult[]> {
	const { modem, to, text, signal } = parts;
	const refusal = refusalOf(parts);
	// The driver counts its messages from 1.
	return Promise.all(
		to.map(async (number, index) => {
			if (refusal !== null) return failed(number, refusal);
			const sending = modem.send(number, text);
			const outcome = await Promise.race([sending, aborted(signal)]);
			return resultOf(parts, number, index + 1, outcome);
		}),
	);
}

interface Why {
	readonly reason: string;
	readonly advice: string | null;
}

/** What makes sending pointless; null where nothing does. */
function refusalOf({ facts, deliveries }: SendTextsParts): Why | null {
	const { registration, indications } = facts;
	if (registration !== null && isDenied(registration))
		return {
			reason: `no network: ${describeRegistration(registration)}`,
			advice: registrationAdvice(registration),
		};
	// AT+CNMI=<mode>,<mt>,<bm>,<ds>: with ds 0, reports stay out of sight.
	const ds = indications?.split(",")[3] ?? "0";
	if (deliveries !== null && ds === "0")
		return {
			reason: "this modem does not hand over delivery reports",
			advice: "--no-report sends without; nothing was sent",
		};
	return null;
}

async function resultOf(
	parts: SendTextsParts,
	to: string,
	message: number,
	outcome: SendOutcome | null,
): Promise<SendResult> {
	const { deliveries, signal, patience } = parts;
	if (outcome === null) return failed(to, whyNotYet(parts));
	if (!outcome.sent) {
		const { reason, advice = null, unseen = false } = outcome;
		return { ...failed(to, { reason, advice }), doubtful: unseen };
	}
	const { references, unseen = false } = outcome;
	const accepted = { to, accepted: true, references, doubtful: unseen };
	if (deliveries === null)
		return { ...accepted, delivered: null, reason: null, advice: null };
	const count = references.length;
	await Promise.race([deliveries.settled(message, count), aborted(signal)]);
	const why = whyNotDelivered(deliveries.of(message, count), patience);
	return {
		...accepted,
		delivered: why === null,
		reason: why?.reason ?? null,
		advice: why?.advice ?? null,
	};
}

function whyNotYet({ facts, patience, trouble }: SendTextsParts): Why {
	const { registration } = facts;
	const why = trouble();
	if (why === null && registration !== null && !isRegistered(registration))
		return {
			reason: `no network within ${patience}: ${describeRegistration(registration)}`,
			advice: "move the antenna; modem info shows signal and registration",
		};
	return {
		reason: `not sent within ${patience}${why === null ? "" : `: ${why}`}`,
		advice: "a longer --timeout waits for more tries",
	};
}

function whyNotDelivered(
	reports: readonly (DeliveryEvent | null)[],
	patience: string,
): Why | null {
	const bad = reports.find(
		(report) => report === null || report.outcome !== "completed",
	);
	if (bad === undefined) return null;
	const phone = "the phone may be off, or have no coverage";
	if (bad === null)
		return {
			reason: `sent, but no delivery report within ${patience}`,
			advice: `${phone}; --no-report does not wait for one`,
		};
	const which =
		reports.length > 1 && bad.part !== null ? ` part ${bad.part}` : "";
	if (bad.outcome === "pending")
		return {
			reason: `sent, but not delivered within ${patience}:${which} ${bad.meaning}`,
			advice: `${phone}; the service centre goes on trying`,
		};
	return {
		reason: `sent, but not delivered:${which} ${bad.meaning}`,
		advice:
			bad.outcome === "abandoned"
				? `${phone}; try again later`
				: "check the number; the country code belongs in front",
	};
}

function failed(to: string, { reason, advice }: Why): SendResult {
	return {
		to,
		accepted: false,
		delivered: null,
		references: [],
		doubtful: false,
		reason,
		advice,
	};
}
