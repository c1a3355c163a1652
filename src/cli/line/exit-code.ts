/** What the process ends with. Scripts rely on these. */
export const ExitCode = {
	/** Done and accepted. */
	ok: 0,
	/** Wrong usage of the command line. */
	usage: 1,
	/** An input file cannot be read or is invalid. */
	input: 2,
	/** It broke at run time: disk, lock, modem, network. */
	runtime: 3,
	/** ERROR or silence, a bad message, a finding. */
	refused: 4,
	/** It differs: a change is due, a snapshot is missing. */
	differs: 5,
	/** Ended from the keyboard. */
	interrupted: 130,
	/** Ended by SIGTERM or SIGHUP, where the verb has no orderly end. */
	terminated: 143,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** Thrown where the command line itself is wrong. */
export class UsageError extends Error {
	override readonly name = "UsageError";
}

/** Thrown where an input file cannot be read. */
export class InputError extends Error {
	override readonly name = "InputError";
}
