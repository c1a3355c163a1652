import type { Encoded, EncodeError } from "./pdu-error.ts";

/**
 * Writes a PDU. Like the reader it never throws: the first value that does not
 * fit is kept as an error, and the result is that error instead of octets.
 */
export class OctetWriter {
	readonly #octets: number[] = [];
	#error: EncodeError | null = null;

	/** Puts one octet; a number that is none (0 to 255, whole) is a fault. */
	octet(path: string, octet: number): void {
		if (!Number.isInteger(octet) || octet < 0 || octet > 255) {
			this.fail(path, `${octet} does not fit into an octet`);
		}
		this.#octets.push(octet);
	}

	/** Puts octets as they are. */
	octets(octets: Iterable<number>): void {
		for (const octet of octets) this.#octets.push(octet);
	}

	/** Notes what cannot be encoded; only the first fault counts. */
	fail(path: string, message: string): void {
		this.#error ??= { path, message };
	}

	/** The octets if there was no fault, else the fault. */
	encoded(): Encoded<Uint8Array> {
		return this.#error === null
			? { ok: true, value: new Uint8Array(this.#octets) }
			: { ok: false, error: this.#error };
	}
}
