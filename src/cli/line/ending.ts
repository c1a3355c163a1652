import { ExitCode } from "./exit-code.ts";

/*
 * How SIGINT and SIGTERM end the process. A verb that has work to finish calls
 * `wishToEnd` and ends by itself. Any other verb ends at once: durable state
 * stays, and the lock goes with the process.
 */

let ordered = false;
let tell: (exitCode: ExitCode) => void = () => {};
const wish = new Promise<ExitCode>((resolve) => {
	tell = resolve;
});

/** Resolves with the exit code when a signal asks the process to end. */
export function wishToEnd(): Promise<ExitCode> {
	ordered = true;
	return wish;
}

/**
 * For work that gives signals no turn: they end the process at once, as they do
 * where nobody takes them.
 */
export function endAtOnce(): void {
	for (const signal of ["SIGINT", "SIGTERM"] as const)
		process.removeAllListeners(signal);
}

/** Takes SIGINT and SIGTERM from now on. A second one ends the process at once. */
export function heedSignals(): void {
	const heed = (exitCode: ExitCode) => () => {
		if (!ordered) process.exit(exitCode);
		ordered = false;
		tell(exitCode);
	};
	process.on("SIGINT", heed(ExitCode.interrupted));
	process.on("SIGTERM", heed(ExitCode.ok));
}
