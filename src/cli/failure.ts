import { ConfigFileError } from "../store/config-file-error.ts";
import { LockedError } from "../store/lock.ts";
import { ExitCode, InputError, UsageError } from "./exit-code.ts";

/** Says on stderr what went wrong and gives the exit code that goes with it. */
export function report(error: unknown): ExitCode {
	const [exitCode, advice] = judged(error);
	const message = error instanceof Error ? error.message : String(error);
	process.stderr.write(`alarmpanel: ${message}\n${advice}`);
	if (exitCode === ExitCode.runtime && process.env.ALARMPANEL_DEBUG)
		process.stderr.write(`${error instanceof Error ? error.stack : ""}\n`);
	return exitCode;
}

/** For what fails while nobody waits for it: it is said, and the panel goes on. */
export function onTrouble(error: unknown): void {
	report(error);
}

function judged(error: unknown): [exitCode: ExitCode, advice: string] {
	if (error instanceof UsageError || isYargsError(error))
		return [ExitCode.usage, "alarmpanel --help lists the verbs\n"];
	if (error instanceof ConfigFileError || error instanceof InputError)
		return [ExitCode.input, ""];
	if (error instanceof LockedError) return [ExitCode.runtime, ""];
	return [ExitCode.runtime, ""];
}

function isYargsError(error: unknown): boolean {
	return error instanceof Error && error.name === "YError";
}
