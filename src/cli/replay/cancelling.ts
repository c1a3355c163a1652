import { ExitCode } from "../line/exit-code.ts";

/** A wish to end. */
export interface Cancelling {
	readonly signal: AbortSignal;
	/** What the process is to end with. */
	readonly exitCode: () => ExitCode;
}

const signals = {
	SIGINT: ExitCode.interrupted,
	SIGTERM: ExitCode.terminated,
	SIGHUP: ExitCode.terminated,
} as const;

/**
 * Takes the first signal as a wish to cancel. A second one ends the process at once,
 * but for what is unpacked, which is removed.
 */
export function cancelling(): Cancelling {
	const over = new AbortController();
	let exitCode: ExitCode = ExitCode.interrupted;
	for (const [signal, code] of Object.entries(signals))
		process.on(signal, () => {
			if (over.signal.aborted) process.exit(exitCode);
			exitCode = code;
			over.abort();
		});
	return { signal: over.signal, exitCode: () => exitCode };
}

/** Ends the process at the first signal, but for what is unpacked, which is removed. */
export function leaving(): void {
	for (const [signal, code] of Object.entries(signals))
		process.on(signal, () => process.exit(code));
}
