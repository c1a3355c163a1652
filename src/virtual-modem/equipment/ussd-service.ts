/** What the network answers to a USSD request (3GPP TS 27.007, 7.15). */
export interface UssdAnswer {
	readonly text: string;
	/** 0: the session is over. 1: the network waits for an answer. */
	readonly status: 0 | 1;
	/**
	 * How the modem shows it: as text in the chosen character set; or, as some
	 * modems always do, in hexadecimal of UCS-2 or of packed 7-bit.
	 */
	readonly shown?: "text" | "ucs-2" | "packed" | undefined;
}

/** The network's answers to codes; null where it knows none. */
export type UssdService = (request: string) => UssdAnswer | null;

/** Answers a prepaid balance to `*100#` up to `*199#`. */
export const networkServices: UssdService = (request) =>
	/^\*1\d\d#$/.test(request)
		? { text: "Your balance is 12.34", status: 0 }
		: null;
