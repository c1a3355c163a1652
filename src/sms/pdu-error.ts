/** What is wrong with a PDU that came from outside, and where. */
export interface DecodeError {
	/** The field in the standard's words, outermost first: `deliver.scts.zone`. */
	readonly path: string;
	/**
	 * Offset in the whole PDU, 0 for its first octet: the octet that is wrong,
	 * or where the octets end too early, the beginning of the unfinished field.
	 */
	readonly octet: number;
	/** One line for people, without the place. */
	readonly message: string;
}

/** A decoded value, or why there is none. */
export type Decoded<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly error: DecodeError };

/** Why a value has no place in a PDU. */
export interface EncodeError {
	/** The field that cannot be encoded: `submit.da.digits`. */
	readonly path: string;
	/** One line for people, without the place. */
	readonly message: string;
}

/** An encoded value, or why it cannot be encoded. */
export type Encoded<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly error: EncodeError };
