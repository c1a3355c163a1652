import type { Conversation, Sms } from "./conversation.ts";
import { noCaptures } from "./pattern.ts";
import { fits, senderOf } from "./replies.ts";
import type { Outgoing } from "./report-delivery.ts";
import { TextTable } from "./text-table.ts";

/** So many texts are remembered, the first that come. */
const CAPACITY = 4096;

/**
 * What came of conversations that are one text to a panel fresh from the factory.
 * A big corpus has many of them, and the same texts again and again, of which such
 * a panel makes the same again.
 */
export class LoneTexts {
	private readonly texts = new TextTable(CAPACITY);
	/** By the number of the text. */
	private readonly known: Known[] = [];

	/**
	 * The hash of the account of a conversation; null where it is not known, or not
	 * what is expected.
	 */
	recall(conversation: Conversation): Uint32Array | null {
		const sms = loneText(conversation);
		if (sms === null) return null;
		const nth = this.texts.find(sms.text);
		const known = nth === -1 ? undefined : this.known[nth];
		if (known === undefined) return null;
		const fit = fits(sms.replies, known.sent, senderOf(sms), noCaptures);
		return fit === null ? null : known.hash;
	}

	/**
	 * Keeps what came of a conversation that was not known, where there is room.
	 * @param hash of its account
	 */
	keep(
		conversation: Conversation,
		sent: readonly Outgoing[],
		hash: Uint32Array,
	): void {
		const sms = loneText(conversation);
		if (sms === null || this.texts.isFull) return;
		this.texts.add(ownText(sms.text));
		this.known.push({ sent, hash: hash.slice() });
	}
}

interface Known {
	/** What came to phones. */
	readonly sent: readonly Outgoing[];
	readonly hash: Uint32Array;
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
