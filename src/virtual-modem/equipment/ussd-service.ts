/** What the network answers to a USSD request (3GPP TS 27.007, 7.15). */
export interface UssdAnswer {
	readonly text: string;
	/** 0 is over, 1 wants an answer from the user. */
	readonly status: 0 | 1;
	/**
	 * How the modem shows it: as text in the chosen character set, or, as some
	 * modems do whatever was chosen, in hexadecimal of UCS-2 or of packed 7-bit.
	 */
	readonly shown?: "text" | "ucs-2" | "packed" | undefined;
}

/** The network's answers to codes; null where it knows none. */
export type UssdService = (request: string) => UssdAnswer | null;

/** A prepaid balance under the codes that most operators use. */
export const networkServices: UssdService = (request) =>
	/^\*1\d\d#$/.test(request)
		? { text: "Your balance is 12.34", status: 0 }
		: null;
