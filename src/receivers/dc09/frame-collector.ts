import { LONGEST_FRAME } from "./frame.ts";

/** Octets before the first quotation mark of a frame: LF, CRC, length. */
const HEADS = [9, 7] as const;

/**
 * Puts frames together from octets as they come: half a frame, or two at once.
 * What is too long or stands between frames is dropped.
 */
export class FrameCollector {
	#waiting = "";

	/**
	 * Frames that are whole now, from LF to CR. An empty line is one of two octets.
	 * @param chunk one character an octet
	 */
	push(chunk: string): readonly string[] {
		const whole: string[] = [];
		this.#waiting += chunk;
		for (;;) {
			const start = this.#waiting.indexOf("\n");
			if (start < 0) {
				this.#waiting = "";
				return whole;
			}
			this.#waiting = this.#waiting.slice(start);
			// No end is looked for behind the longest frame: each LF would be a long way from it.
			const end = endOf(this.#waiting.slice(0, LONGEST_FRAME));
			if (end === null) {
				if (this.#waiting.length < LONGEST_FRAME) return whole;
				// Too long for a frame: what comes behind may be one.
				this.#waiting = this.#waiting.slice(1);
				continue;
			}
			whole.push(this.#waiting.slice(0, end));
			this.#waiting = this.#waiting.slice(end);
		}
	}
}

/** Where the frame ends that begins the text; null where it is not whole. */
function endOf(text: string): number | null {
	// The two octets of a binary CRC may be LF or CR: the length says where it ends.
	for (const head of HEADS) {
		const length = text.slice(head - 4, head);
		if (text[head] !== '"' || !/^[0-9A-Fa-f]{4}$/.test(length)) continue;
		const end = head + Number.parseInt(length, 16);
		if (text[end] === "\r") return end + 1;
		const cr = text.indexOf("\r", head);
		if (cr >= 0) return cr + 1;
		return null;
	}
	const cr = text.indexOf("\r");
	const isWholeHead = text.length > HEADS[0];
	if (cr < 0) return null;
	// A CR in the first octets may be of a binary CRC; a line of LF and CR alone is not.
	return isWholeHead || cr === 1 ? cr + 1 : null;
}
