/**
 * The firmware's port to the world outside: messages come in and go out. A GSM
 * modem, a line of the virtual network or a typed line implements it; the
 * firmware cannot tell which.
 */

/** A whole message, its parts joined. */
export interface IncomingSms {
	/** `+31612345678`, `1234`, `Telfort`; empty where the sender is not known. */
	readonly from: string;
	/**
	 * Whether the sender is a name. Anybody can choose any name, so it is never
	 * taken for a phone number, whatever it looks like.
	 */
	readonly named: boolean;
	readonly text: string;
	/** Service-centre time, milliseconds since 1970 in UTC; null where it is not known. */
	readonly sentAt: number | null;
	/** The concatenation reference, null where the message came as one SMS. */
	readonly reference: number | null;
	/**
	 * Call this once the effects of the message are durable: only then may the
	 * mailbox delete it. A message that was not forgotten comes again after a
	 * restart.
	 */
	forget(): Promise<void>;
}

/** What became of a message that was to be sent. */
export type SendOutcome =
	| {
			readonly sent: true;
			/** The message reference (TP-MR) of each SMS that it took, in order. */
			readonly references: readonly number[];
			/**
			 * An SMS was sent again because its result never came: it may arrive twice.
			 */
			readonly unseen?: boolean | undefined;
	  }
	| {
			readonly sent: false;
			/** One line for people: `the modem answered +CMS ERROR: 38`. */
			readonly reason: string;
			/** What a person can do about it, where that is known. */
			readonly advice?: string | undefined;
			/** Whether the same message may go later: the network is away, the modem busy. */
			readonly retry: boolean;
			/** The result was never seen: it may have been sent all the same. */
			readonly unseen?: boolean | undefined;
	  };

export interface Mailbox {
	/**
	 * Whole messages in the order in which they became complete. Ends when the
	 * mailbox is closed; can be read once.
	 */
	readonly incoming: AsyncIterable<IncomingSms>;
	/**
	 * Sends a text of any length in as many SMS as it takes, without SMS of other
	 * messages in between. It does not reject: the outcome says what went wrong.
	 *
	 * @param options.mayGo called before each try; false ends the sending: the text
	 *   may go later
	 * @param options.once an SMS that was handed over is not sent again, whatever
	 *   comes of it
	 */
	send(
		to: string,
		text: string,
		options?: { readonly mayGo?: () => boolean; readonly once?: boolean },
	): Promise<SendOutcome>;
	/**
	 * Asks the network with a USSD code, `*100#`; null where no answer came. It
	 * does not reject. Left out where there is no network.
	 */
	ask?(code: string): Promise<string | null>;
}
