/**
 * Bytes from a modem to frames. Where a chunk ends says nothing, and no byte
 * vanishes: the bytes of all frames, one behind the other, and what is still
 * pending are the bytes that came.
 */

export type AtFrame =
	| {
			readonly type: "line";
			/** Latin-1, without control characters: power-up noise is full of them. */
			readonly text: string;
			/**
			 * Whether more than the end of the line before stands in front of it. A
			 * result code always comes so, the text of a message behind its `+CMGR`
			 * does not.
			 */
			readonly afterBlank: boolean;
			/** Everything since the frame before: line ends, the text, its line end. */
			readonly bytes: Uint8Array;
	  }
	/**
	 * `>` at the beginning of a line: no line end follows it. Where it was no
	 * prompt but the first character of a line, the next frame is the rest of
	 * that line and is not `afterBlank`.
	 */
	| {
			readonly type: "prompt";
			readonly afterBlank: boolean;
			readonly bytes: Uint8Array;
	  }
	/** Bytes that are no line: one that never ends, or a rest at the end. */
	| { readonly type: "discarded"; readonly bytes: Uint8Array };

/** A line that is longer than this is noise. The longest PDU is 352 digits. */
export const longestLine = 4096;

const carriageReturn = 0x0d;
const lineFeed = 0x0a;
const space = 0x20;
const greaterThan = 0x3e;

/** Cuts what it is fed into frames, each as soon as its last byte is here. */
export class AtFramer {
	private pending: number[] = [];
	/** Where the text begins in `pending`; null while only line ends are there. */
	private textAt: number | null = null;
	/** What ended the frame before. */
	private before: "carriage-return" | "line-feed" | "prompt" | "nothing" =
		"nothing";

	/** The frames that these bytes complete. */
	push(chunk: Uint8Array): AtFrame[] {
		const frames: AtFrame[] = [];
		for (const byte of chunk) {
			const frame = this.take(byte);
			if (frame !== null) frames.push(frame);
		}
		return frames;
	}

	/** At the end of the line: what no frame has, as one. */
	end(): AtFrame[] {
		return this.pending.length === 0 ? [] : [this.discard()];
	}

	private take(byte: number): AtFrame | null {
		const { pending, textAt } = this;
		const ends = byte === carriageReturn || byte === lineFeed;
		pending.push(byte);
		if (textAt !== null) {
			if (ends) return this.line(textAt, byte);
			return pending.length - textAt > longestLine ? this.discard() : null;
		}
		if (ends) return pending.length > longestLine ? this.discard() : null;
		if (byte === greaterThan) {
			const afterBlank = this.isAfterBlank(pending.length - 1);
			this.before = "prompt";
			return { type: "prompt", afterBlank, bytes: this.emptied() };
		}
		// The prompt's own space; not every modem sends it.
		const ofPrompt = this.before === "prompt" && pending.length === 1;
		if (byte !== space || !ofPrompt) this.textAt = pending.length - 1;
		return null;
	}

	private line(textAt: number, end: number): AtFrame {
		const afterBlank = this.isAfterBlank(textAt);
		this.before = end === carriageReturn ? "carriage-return" : "line-feed";
		const bytes = this.emptied();
		return {
			type: "line",
			text: textIn(bytes.subarray(textAt, -1)),
			afterBlank,
			bytes,
		};
	}

	/** Whether more is in front of the text than belongs to the frame before. */
	private isAfterBlank(textAt: number): boolean {
		const [first] = this.pending;
		const ownLineEnd = this.before === "carriage-return" && first === lineFeed;
		const ownSpace = this.before === "prompt" && first === space;
		return textAt > (ownLineEnd || ownSpace ? 1 : 0);
	}

	private discard(): AtFrame {
		this.before = "nothing";
		return { type: "discarded", bytes: this.emptied() };
	}

	private emptied(): Uint8Array {
		const bytes = new Uint8Array(this.pending);
		this.pending = [];
		this.textAt = null;
		return bytes;
	}
}

function textIn(bytes: Uint8Array): string {
	let text = "";
	for (const byte of bytes) {
		if (byte >= space && byte !== 0x7f) text += String.fromCharCode(byte);
	}
	return text;
}
