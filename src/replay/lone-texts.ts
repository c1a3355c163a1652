import type { Account } from "./account.ts";
import type { Conversation, Sms } from "./conversation.ts";
import type { Outgoing } from "./report-delivery.ts";
import { fits, none, senderOf } from "./run-conversation.ts";

/** So many texts are remembered, the first that come, and so many words of accounts. */
const MOST_TEXTS = 16_384;
const MOST_WORDS = 1024 * 1024;

/**
 * What came of conversations that are one text to a panel fresh from the factory.
 * A big corpus has many of them, and the same texts again and again, of which such
 * a panel makes the same again: what came to phones, and what an account says.
 */
export class LoneTexts {
	private readonly known = new Map<string, Known>();
	private readonly words = new Int32Array(MOST_WORDS);
	private used = 0;

	/**
	 * Writes the account of a conversation from memory.
	 * @returns false where it is not known, or not what is expected
	 */
	recall(conversation: Conversation, account: Account): boolean {
		const sms = loneText(conversation);
		if (sms === null) return false;
		const known = this.known.get(sms.text);
		if (known === undefined) return false;
		if (fits(sms.replies, known.sent, senderOf(sms), none) === null)
			return false;
		account.append(this.words.subarray(known.from, known.to));
		return true;
	}

	/**
	 * Keeps what came of a conversation, where there is room.
	 * @param account has it from the word `from` on
	 */
	keep(
		conversation: Conversation,
		sent: readonly Outgoing[],
		account: Account,
		from: number,
	): void {
		const sms = loneText(conversation);
		if (sms === null || this.known.size === MOST_TEXTS) return;
		const written = account.since(from);
		const to = this.used + written.length;
		if (to > MOST_WORDS) return;
		this.words.set(written, this.used);
		this.known.set(ownText(sms.text), { sent, from: this.used, to });
		this.used = to;
	}
}

interface Known {
	readonly sent: readonly Outgoing[];
	/** Where its words stand. */
	readonly from: number;
	readonly to: number;
}

/** The text that is all of a conversation; null where there is more, or another phone. */
function loneText({ steps }: Conversation): Sms | null {
	if (steps.length !== 1) return null;
	const [step] = steps;
	return step?.type === "sms" && step.from === null ? step : null;
}

/** A text that is cut out of another keeps all of that in memory. This one does not. */
function ownText(text: string): string {
	return Buffer.from(text, "utf16le").toString("utf16le");
}
