import { meaningOf } from "../modem/at/at-errors.ts";
import type { Outlook } from "../modem/at/error-meaning.ts";
import { usualSettings } from "../modem/link/modem-settings.ts";
import type { PhoneLine } from "../network/network.ts";
import type {
	PhoneLineFault,
	PhoneLineFaultKind,
} from "../network/phone-line-fault.ts";
import type { DeliveryAnswer, Subscriber } from "../network/subscriber.ts";
import { submitsOf } from "../sms/outgoing-sms.ts";
import { partOf, type ReceivedPart } from "../sms/received-part.ts";
import {
	type Collection,
	collectPart,
	emptyCollection,
} from "../sms/segment-collector.ts";
import type { Submit } from "../sms/submit.ts";
import type { Clock } from "../time/clock.ts";

/** What the network made of a text that was handed to it. */
export type Handed =
	| "accepted"
	/** It may be taken later: the phone is off the network, or may not send now. */
	| "away"
	/** No SMS carries it. */
	| "impossible"
	/** With the number of a `+CMS ERROR`. */
	| { readonly cms: number };

/**
 * One end of the network in virtual time: the panel's in a replay, and each
 * phone. It joins the parts of long messages. A trouble of its line keeps it from
 * receiving and sending, as it would a modem.
 */
export class NetworkEnd implements Subscriber {
	private readonly clock: Clock;
	private readonly line: PhoneLine;
	private readonly onText: (whole: ReceivedPart) => void;
	/** Called when it is on the network again. */
	private whenBack: () => void = () => {};
	private readonly troubles = new Map<PhoneLineFaultKind, number>();
	private collection: Collection<null> = emptyCollection;
	private reference = 0;

	constructor(
		clock: Clock,
		line: PhoneLine,
		onText: (whole: ReceivedPart) => void,
	) {
		this.clock = clock;
		this.line = line;
		this.onText = onText;
		line.connect(this);
	}

	deliver(
		tpdu: Parameters<Subscriber["deliver"]>[0],
		answer: (verdict: DeliveryAnswer) => void,
	): void {
		const verdict = this.verdict();
		answer(verdict);
		if (verdict !== "taken" || tpdu.type !== "deliver") return;
		const now = this.clock.now();
		const part = partOf(tpdu);
		const { collection, reports } = collectPart(
			this.collection,
			part,
			null,
			now,
		);
		this.collection = collection;
		for (const report of reports)
			if (report.type === "complete") this.onText(report.message);
	}

	startFault({ kind, duration }: PhoneLineFault): void {
		const until = this.clock.now() + duration;
		this.troubles.set(kind, Math.max(until, this.troubles.get(kind) ?? until));
		this.clock.at(until, () => {
			if (this.verdict() === "taken") this.line.ready();
			if (!this.isAway) this.whenBack();
		});
	}

	/**
	 * Sends a text, as many SMS as it takes.
	 * @param validity minutes after which it is delivered no more; null for the network's own
	 */
	text(to: string, text: string, validity: number | null = null): Handed {
		if (this.isAway) return "away";
		const submits = this.submits(to, text, validity);
		if (submits === null) return "impossible";
		for (const submit of submits) {
			const answer = this.line.submit(submit);
			if (!answer.accepted) return answer;
		}
		return "accepted";
	}

	/**
	 * Sends a text as the driver of the panel's modem does: each SMS waits for the
	 * network; one that is refused for the moment is tried again as often and after
	 * the same pauses. One text at a time.
	 *
	 * @param mayGo asked before each try
	 * @param done told the result at its instant, never before this returns
	 */
	send(
		to: string,
		text: string,
		mayGo: () => boolean,
		done: (handed: Handed) => void,
	): void {
		const { attempts, backoff, sendPatience } = usualSettings;
		const end = (handed: Handed) =>
			void this.clock.at(this.clock.now(), () => done(handed));
		const submits = this.submits(to, text);
		let part = 0;
		let attempt = 1;
		const attend = (): void => {
			if (!this.isAway) {
				go();
				return;
			}
			const forget = this.clock.at(this.clock.now() + sendPatience, () => {
				this.whenBack = () => {};
				refused("away");
			});
			this.whenBack = () => {
				forget();
				this.whenBack = () => {};
				go();
			};
		};
		const go = (): void => {
			const submit = submits?.[part];
			if (submit === undefined)
				end(submits === null ? "impossible" : "accepted");
			else if (!mayGo()) end("away");
			else {
				const answer = this.line.submit(submit);
				if (!answer.accepted) {
					refused(answer);
					return;
				}
				part += 1;
				attempt = 1;
				attend();
			}
		};
		const refused = (handed: Handed): void => {
			if (outlookOf(handed) !== "passing" || attempt >= attempts || !mayGo()) {
				end(handed);
				return;
			}
			const pause = backoff[Math.min(attempt, backoff.length) - 1] ?? 0;
			attempt += 1;
			this.clock.at(this.clock.now() + pause, attend);
		};
		attend();
	}

	private submits(
		to: string,
		text: string,
		validity: number | null = null,
	): readonly Submit[] | null {
		this.reference = (this.reference + 1) % 256;
		const { reference } = this;
		const validityPeriod =
			validity === null
				? null
				: ({ format: "relative", minutes: validity } as const);
		const submits = submitsOf({ to, text, reference, validityPeriod });
		return submits.ok ? submits.value : null;
	}

	private get isAway(): boolean {
		return this.verdict() === "unreachable";
	}

	private verdict(): DeliveryAnswer {
		const now = this.clock.now();
		let verdict: DeliveryAnswer = "taken";
		for (const [kind, until] of this.troubles) {
			if (until <= now) continue;
			if (kind !== "storage-full") return "unreachable";
			verdict = "memory-full";
		}
		return verdict;
	}
}

/** When another try may succeed. */
export function outlookOf(handed: Handed): Outlook {
	if (typeof handed === "string")
		return handed === "away" ? "passing" : "never";
	const { cms: code } = handed;
	return meaningOf({ type: "cms", code, text: `${code}` }).outlook;
}
