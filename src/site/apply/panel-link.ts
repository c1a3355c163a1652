/**
 * The way to one panel and back, by SMS: a phone line of a modem, or a simulated
 * network in virtual time. What is sent by it goes to that panel only.
 */
export interface PanelLink {
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	now(): number;
	/**
	 * Hands one text to the network. It does not reject for what the network does.
	 * @param validity minutes after which the service centre delivers it no more
	 */
	send(text: string, validity: number): Promise<Submission>;
	/** The next text of the panel; null where none comes until that instant. */
	next(until: number): Promise<PanelText | null>;
	/** Why nothing can come now, and silence says nothing of the panel; null where it can. */
	trouble(): string | null;
}

/** What the network made of a text that was handed to it. */
export type Submission =
	| {
			readonly accepted: true;
			/** TP-MR of each SMS. */
			readonly references: readonly number[];
	  }
	| {
			readonly accepted: false;
			readonly reason: string;
			/** The result was never seen: it may be out all the same. */
			readonly doubtful: boolean;
	  };

/** A text that came from the panel. */
export interface PanelText {
	readonly text: string;
	/** Service-centre time, milliseconds since 1970; null where it is not known. */
	readonly sentAt: number | null;
	/** Removes it from the modem; called when what it says is in the audit. */
	forget(): Promise<void>;
}
