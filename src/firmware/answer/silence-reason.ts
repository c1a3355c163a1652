/**
 * The last two are of texts from a network only. From `unlisted` to `late-code`
 * they are of a panel that knows people.
 */
export type SilenceReason =
	| "own-number"
	| "no-power"
	| "unreadable"
	/** It is longer than any SMS. */
	| "too-long"
	| "keyword"
	| "code"
	| "shut"
	/** Too many wrong codes came from numbers that are nobody's. */
	| "strangers"
	/** The number is nobody's. */
	| "unlisted"
	/** The person is not let in at the moment. */
	| "disabled"
	/** Somebody listed texted what no language of the panel knows. */
	| "not-understood"
	/** A script message that does not name the secret. */
	| "secret"
	/** A script that was not run. */
	| "script"
	/** A right code came when its request was over. */
	| "late-code"
	/** An installer message would change the mode, and the sender may not. */
	| "not-installer"
	| "repeat"
	| "too-often";
