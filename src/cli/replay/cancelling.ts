import { ExitCode } from "../line/exit-code.ts";

/** A wish to end. */
export interface Cancelling {
	readonly signal: AbortSignal;
	/** What the process is to end with. */
	readonly exitCode: () => ExitCode;
}

/**
 * Takes the first signal as a wish to cancel. A second one ends the process where it
 * is.
 */
export function cancelling(): Cancelling {
	const over = new AbortController();
	let exitCode: ExitCode = ExitCode.interrupted;
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
		process.once(signal, () => {
			if (signal !== "SIGINT") exitCode = ExitCode.terminated;
			over.abort();
		});
	return { signal: over.signal, exitCode: () => exitCode };
}
