/** What a piece of a message is to who reads it. */
export type PartRole =
	| "keyword"
	| "code"
	/** Asks for a reply: `CRQ`. */
	| "confirm"
	/** Begins a command. */
	| "word"
	| "index"
	/** Asks for a value: `?`. */
	| "ask"
	| "slot"
	/** Text that is always the same: a sign at the end, the words of a form. */
	| "mark"
	| "stray";
