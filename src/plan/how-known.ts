/** How a setting of a panel is known. */
export type HowKnown =
	/** The panel told it. */
	| "read"
	/** The panel answered OK to the message. */
	| "acknowledged"
	/** It was sent, and nothing more is known. */
	| "assumed";
