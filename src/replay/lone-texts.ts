import type { Outgoing } from "../firmware/outbox/next.ts";
import type { Conversation, Sms } from "./conversation.ts";
import { LANES } from "./digest.ts";
import { noCaptures } from "./pattern.ts";
import { fits, senderOf } from "./replies.ts";
import { hashOf, TextTable } from "./text-table.ts";

/** So many texts are remembered, the first that come a second time. */
const CAPACITY = 8192;
/** So many hashes of texts that came once, as a power of two. */
const HASHES = 2 ** 14;

/**
 * What came of conversations that are one text to a panel fresh from the factory.
 * A big corpus has many of them, and the same texts again and again, of which such
 * a panel makes the same again.
 */
export class LoneTexts {
	private readonly texts = new TextTable(CAPACITY);
	/** What came to phones, by the number of the text. */
	private readonly sent: (readonly Outgoing[])[] = [];
	/** The hash of each account. All in one: whatever lies apart is looked for in memory. */
	private readonly hashes = new Uint32Array(LANES * CAPACITY);
	/** The hash of a text that came once, where its low bits say; a later one takes its place. */
	private readonly once = new Int32Array(HASHES);

	/**
	 * Whether it is known what comes of a conversation, and is what is expected.
	 * @param hash gets that of its account
	 */
	recall(conversation: Conversation, hash: Uint32Array): boolean {
		const sms = loneText(conversation);
		if (sms === null) return false;
		const nth = this.texts.find(sms.text);
		if (nth === -1) return false;
		// Most claim nothing, and need not be looked up.
		if (sms.replies !== null) {
			const sent = this.sent[nth] ?? [];
			const fit = fits(sms.replies, sent, senderOf(sms), noCaptures);
			if (fit === null) return false;
		}
		for (let lane = 0; lane < LANES; lane += 1)
			hash[lane] = this.hashes[LANES * nth + lane] ?? 0;
		return true;
	}

	/**
	 * Keeps what came of a conversation that was not known, where there is room and
	 * it comes a second time: most texts of a corpus never do.
	 * @param hash of its account
	 */
	keep(
		conversation: Conversation,
		sent: readonly Outgoing[],
		hash: Uint32Array,
	): void {
		const sms = loneText(conversation);
		if (sms === null || this.texts.isFull || !this.cameBefore(sms.text)) return;
		this.texts.add(ownText(sms.text));
		this.hashes.set(hash, LANES * this.sent.length);
		this.sent.push(
			sent.map(({ to, text }) => ({ to: ownText(to), text: ownText(text) })),
		);
	}

	/** Whether a text seems to have come before; notes it where not. */
	private cameBefore(text: string): boolean {
		const hash = hashOf(text);
		const at = hash & (HASHES - 1);
		if (this.once[at] === hash) return true;
		this.once[at] = hash;
		return false;
	}
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
