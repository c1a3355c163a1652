/**
 * What the firmware sees of the world outside: messages come in, messages go
 * out. A GSM modem, a line of the virtual network or a typed line fills this
 * port; the firmware cannot tell which.
 */

/** A whole message, its parts joined. */
export interface IncomingSms {
	/** `+31612345678`, `1234`, `Telfort`; empty where the sender is not known. */
	readonly from: string;
	/**
	 * The sender is a name that anybody can choose, and never to be taken for a
	 * phone number, whatever it looks like.
	 */
	readonly named: boolean;
	readonly text: string;
	/** Service-centre time, milliseconds since 1970 in UTC; null where it is not known. */
	readonly sentAt: number | null;
	/** The concatenation reference, null where the message came as one SMS. */
	readonly reference: number | null;
	/**
	 * To be called once what the message did is durable: only now may the mailbox
	 * delete what it keeps of it. A message that was not forgotten comes again
	 * after a restart.
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
			 * The result of an SMS was never seen and it was sent again: it may arrive
			 * twice.
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
	 * Whole messages in the order in which they became whole. It ends when the
	 * mailbox is closed and is to be read once.
	 */
	readonly incoming: AsyncIterable<IncomingSms>;
	/**
	 * Sends a text of any length, as many SMS as it takes, none of another
	 * message in between. What goes wrong is in the outcome; it does not reject.
	 *
	 * @param options.mayGo asked before each try; false ends it, as something that
	 *   may go later
	 */
	send(
		to: string,
		text: string,
		options?: { readonly mayGo?: () => boolean },
	): Promise<SendOutcome>;
	/**
	 * Asks the network with a USSD code, `*100#`; null where it gave no answer. It
	 * does not reject. Left out where there is no network to ask.
	 */
	ask?(code: string): Promise<string | null>;
}
