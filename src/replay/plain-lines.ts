import { modelNamed } from "../models/models.ts";
import type { Conversation, Reply, Sms } from "./conversation.ts";
import { isPlain } from "./pattern.ts";

/**
 * Lines of JSON of the form that nearly every line of a big corpus has: an id,
 * perhaps a model, and messages with the plain texts of their replies, written
 * as `writeJsonLine` writes them and without a blank or an escape. A short cut
 * for speed, held equal to the full reading by a property.
 */
export class PlainLines {
	private readonly octets: Buffer;
	private readonly view: DataView;
	/** One character an octet: a place is the same in both. */
	private readonly characters: string;
	private at = 0;

	/** @param octets whole lines, in UTF-8 */
	constructor(octets: Buffer) {
		this.octets = octets;
		this.view = new DataView(octets.buffer, octets.byteOffset, octets.length);
		this.characters = octets.toString("latin1");
	}

	/** Behind the line that was read last, and its line end. */
	get next(): number {
		return this.at;
	}

	/**
	 * The conversation on the line that begins at `from`; null for one of any
	 * other form, right or wrong, which is to be read in full.
	 */
	read(from: number): Conversation | null {
		this.at = from;
		if (!this.take(ID)) return null;
		const id = this.quoted();
		if (id === null || id === "") return null;
		let model: string | null = null;
		if (this.take(MODEL)) {
			model = this.quoted();
			if (model === null || modelNamed(model) === undefined) return null;
		}
		if (!this.take(STEPS)) return null;
		const first = this.sms();
		if (first === null) return null;
		const steps = [first];
		while (this.take(COMMA)) {
			const step = this.sms();
			if (step === null) return null;
			steps.push(step);
		}
		return this.take(END) && this.endsHere()
			? {
					id,
					model,
					config: null,
					seed: null,
					source: null,
					tags: NONE,
					steps,
				}
			: null;
	}

	private sms(): Sms | null {
		if (!this.take(SMS)) return null;
		const text = this.quoted();
		if (text === null) return null;
		let from: string | null = null;
		if (this.take(FROM)) {
			from = this.quoted();
			if (from === null) return null;
		}
		let replies: readonly Reply[] | null = null;
		if (this.take(REPLIES)) {
			replies = this.replies();
			if (replies === null) return null;
		}
		return this.take(CLOSE) ? { type: "sms", text, from, replies } : null;
	}

	/** Behind the bracket that opens them, up to the one that closes them. */
	private replies(): readonly Reply[] | null {
		if (this.take(BRACKET)) return SILENCE;
		const replies: Reply[] = [];
		do {
			const pattern = this.take(QUOTE) ? this.quoted() : null;
			if (pattern === null || pattern === "" || !isPlain(pattern)) return null;
			replies.push({ to: null, pattern });
		} while (this.take(COMMA));
		return this.take(BRACKET) ? replies : null;
	}

	/** A text up to its closing quotation mark; null where it has an escape, or is none. */
	private quoted(): string | null {
		const { octets, at: start } = this;
		let seen = 0;
		for (let at = start; at < octets.length; at += 1) {
			const octet = octets[at] ?? 0;
			if (octet === QUOTATION_MARK) {
				this.at = at + 1;
				return seen < 0x80
					? this.characters.slice(start, at)
					: octets.toString("utf8", start, at);
			}
			if (octet < 0x20 || octet === BACKSLASH) return null;
			seen |= octet;
		}
		return null;
	}

	/** Steps over what stands here if it is that. */
	private take({ words, octets: rest, length }: Literal): boolean {
		const { octets, view, at } = this;
		if (at + length > octets.length) return false;
		let next = at;
		for (let nth = 0; nth < words.length; nth += 1, next += 4)
			if (view.getInt32(next, true) !== words[nth]) return false;
		for (let nth = 0; nth < rest.length; nth += 1, next += 1)
			if (octets[next] !== rest[nth]) return false;
		this.at = next;
		return true;
	}

	private endsHere(): boolean {
		return this.at === this.octets.length || this.take(LF) || this.take(CRLF);
	}
}

/** ASCII, four octets at a time as a word, least significant first, and what is left. */
interface Literal {
	readonly words: Int32Array;
	readonly octets: Uint8Array;
	readonly length: number;
}

function literal(text: string): Literal {
	const all = new TextEncoder().encode(text);
	const whole = all.length >> 2;
	const view = new DataView(all.buffer);
	return {
		words: Int32Array.from({ length: whole }, (_, at) =>
			view.getInt32(4 * at, true),
		),
		octets: all.slice(4 * whole),
		length: all.length,
	};
}

const ID = literal('{"id":"');
const MODEL = literal(',"model":"');
const STEPS = literal(',"steps":[');
const SMS = literal('{"sms":"');
const FROM = literal(',"from":"');
const REPLIES = literal(',"replies":[');
const QUOTE = literal('"');
const COMMA = literal(",");
const BRACKET = literal("]");
const CLOSE = literal("}");
const END = literal("]}");
const LF = literal("\n");
const CRLF = literal("\r\n");

const QUOTATION_MARK = 34;
const BACKSLASH = 92;
const NONE: readonly string[] = [];
const SILENCE: readonly Reply[] = [];
