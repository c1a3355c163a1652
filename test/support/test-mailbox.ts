/** A mailbox that the test fills and looks into. */
import type {
	IncomingSms,
	Mailbox,
	SendOutcome,
} from "../../src/sms/mailbox.ts";
import { arrivals } from "../../src/transport/arrivals.ts";
import { NOON, PHONE } from "./texting.ts";

/** A mailbox in the hands of a test: what it gets is what the test puts in. */
export interface TestMailbox extends Mailbox {
	/** In the order in which things happened: `forgot hello`, `sent +1555… OK`. */
	readonly happened: string[];
	/** Brings a text; resolves when it is forgotten. */
	bring(text: string, facts?: Partial<IncomingSms>): Promise<void>;
	/** What the next sends come to; sent where left out. */
	readonly outcomes: SendOutcome[];
	/** Called after each send. */
	whenSent: () => void;
	/** What the network says to a USSD code; nothing where there is none. */
	readonly answers: Map<string, string>;
	close(): void;
}

export function testMailbox(): TestMailbox {
	const incoming = arrivals<IncomingSms>();
	const happened: string[] = [];
	const outcomes: SendOutcome[] = [];
	const answers = new Map<string, string>();
	return {
		incoming,
		happened,
		outcomes,
		answers,
		ask: async (code) => answers.get(code) ?? null,
		bring: (text, facts = {}) =>
			new Promise((resolve) => {
				incoming.push({
					from: PHONE,
					named: false,
					sentAt: NOON,
					reference: null,
					...facts,
					text,
					async forget() {
						happened.push(`forgot ${text}`);
						resolve();
					},
				});
			}),
		whenSent: () => {},
		async send(to, text) {
			const outcome = outcomes.shift() ?? { sent: true, references: [1] };
			happened.push(
				`${outcome.sent ? "sent" : "could not send"} ${to} ${text}`,
			);
			this.whenSent();
			return outcome;
		},
		close: () => incoming.end(),
	};
}
