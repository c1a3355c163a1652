import type { Decoded, DecodeError } from "./pdu-error.ts";

/** What a field holds, for people. */
export interface Explanation {
	/** The value itself: `31612345678`, `UCS-2`, `2018-11-07T20:21:22-08:00`. */
	readonly value: string;
	/** What the value says. */
	readonly meaning: string;
}

/** One field of a PDU with the octets that it was read from. */
export interface OctetField extends Explanation {
	readonly path: string;
	/** Offset of the first octet in the whole PDU. */
	readonly offset: number;
	readonly octets: Uint8Array;
}

/**
 * Takes a PDU from its first octet to its last. It never throws: the first
 * fault is kept in {@link error}, and from then on every field reads as zeros,
 * so a decoder is written as if nothing could go wrong and asks at the end.
 *
 * A tracing reader also keeps every field with its explanation. That is how a
 * PDU is shown octet by octet: by the decoder itself, so that explanation
 * and decoding cannot differ.
 */
export class OctetReader {
	readonly fields: OctetField[] = [];
	readonly #octets: Uint8Array;
	readonly #tracing: boolean;
	#offset = 0;
	#error: DecodeError | null = null;

	constructor(octets: Uint8Array, tracing = false) {
		this.#octets = octets;
		this.#tracing = tracing;
	}

	/** Offset of the octet that is taken next. */
	get offset(): number {
		return this.#offset;
	}

	/** How many octets are left. */
	get remaining(): number {
		return this.#octets.length - this.#offset;
	}

	/** The first fault, or null. */
	get error(): DecodeError | null {
		return this.#error;
	}

	/** An octet not taken yet, 0 the next one; 0 where there is none. */
	peek(ahead: number): number {
		return this.#octets[this.#offset + ahead] ?? 0;
	}

	/** One octet; 0 after a fault. */
	octet(path: string, explain: (octet: number) => Explanation): number {
		const octets = this.octets(path, 1, ([octet = 0]) => explain(octet));
		return octets[0] ?? 0;
	}

	/** Exactly so many octets; zeros after a fault. None at all are no field. */
	octets(
		path: string,
		count: number,
		explain: (octets: Uint8Array) => Explanation,
	): Uint8Array {
		if (this.#error === null && count > this.remaining) {
			this.fail(path, this.#offset, shortage(count, this.remaining));
		}
		if (this.#error !== null) return new Uint8Array(count);
		const offset = this.#offset;
		this.#offset += count;
		const octets = this.#octets.slice(offset, this.#offset);
		if (this.#tracing && count > 0) {
			this.fields.push({ path, offset, octets, ...explain(octets) });
		}
		return octets;
	}

	/** Notes what is wrong; only the first fault counts, the rest follow from it. */
	fail(path: string, octet: number, message: string): void {
		this.#error ??= { path, octet, message };
	}

	/** The value if there was no fault, else the fault. */
	decoded<T>(value: T): Decoded<T> {
		return this.#error === null
			? { ok: true, value }
			: { ok: false, error: this.#error };
	}
}

function shortage(count: number, remaining: number): string {
	const octets = count === 1 ? "an octet" : `${count} octets`;
	return `${octets} expected, ${remaining === 0 ? "none" : remaining} left`;
}
