import { FileWriteError } from "../../store/file-write-error.ts";
import { systemClock as clock } from "../../time/system-clock.ts";
import { ExitCode } from "./exit-code.ts";
import { report } from "./failure.ts";

/*
 * What may end the process, all of it:
 * - the verb is done, or fails, and has its exit code;
 * - SIGINT, SIGTERM and SIGHUP;
 * - the reader of stdout goes away, or stdout cannot be written;
 * - an error that nobody caught, with exit code 3.
 * A verb that calls `wishToEnd` puts things in order after a signal, and goes on
 * without a reader. Every other verb ends at once: what is durable is durable, and
 * its lock goes with the process. Of a verb that gives signals no turn nobody takes them:
 * where they were taken first and given up later, one that came between would be lost.
 */

/** How long putting things in order may take, in milliseconds. */
const PATIENCE = 1500;

let ordered = false;
let isService = false;
let tell: (exitCode: ExitCode) => void = () => {};
const wish = new Promise<ExitCode>((resolve) => {
	tell = resolve;
});

/** Resolves with the exit code when a signal asks the process to end. */
export function wishToEnd(): Promise<ExitCode> {
	ordered = true;
	isService = true;
	return wish;
}

/** Takes signals from now on. A second one ends the process at once. */
export function heedSignals(): void {
	const heed = (atOnce: ExitCode, inOrder: ExitCode) => () => {
		if (!ordered) process.exit(atOnce);
		ordered = false;
		tell(inOrder);
		clock.at(clock.now() + PATIENCE, () => process.exit(inOrder));
	};
	const { interrupted, terminated, ok } = ExitCode;
	process.on("SIGINT", heed(interrupted, interrupted));
	process.on("SIGTERM", heed(terminated, ok));
	process.on("SIGHUP", heed(terminated, ok));
}

/** Takes errors of the output, and errors that nobody caught, from now on. */
export function heedErrors(): void {
	process.stdout.on("error", (error: NodeJS.ErrnoException) => {
		if (isService) return;
		// A reader that has seen enough (`| head`) is no failure of ours.
		if (error.code === "EPIPE") process.exit(process.exitCode ?? ExitCode.ok);
		process.exit(report(new FileWriteError("stdout", error)));
	});
	// Nobody is left to tell.
	process.stderr.on("error", () => {});
	process.on("uncaughtException", (error) => process.exit(report(error)));
}
