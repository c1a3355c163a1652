import { debuglog } from "node:util";
import { messageOf } from "../../error-message.ts";
import { ConfigFileError } from "../../store/config-file-error.ts";
import { whyUnread } from "../../store/system-error.ts";
import { ExitCode, InputError, UsageError } from "./exit-code.ts";
import { complain } from "./print.ts";

/**
 * Writes an error to stderr and returns its exit code. NODE_DEBUG=alarmpanel adds
 * the stack.
 * @param verb whose help is named after wrong usage
 */
export function report(error: unknown, verb = ""): ExitCode {
	const exitCode = judged(error);
	const advice =
		exitCode === ExitCode.usage
			? `\n${["alarmpanel", verb, "--help"].filter(Boolean).join(" ")} says more`
			: "";
	const message = messageOf(error);
	complain(`alarmpanel: ${message}${advice}`);
	if (exitCode === ExitCode.runtime && debuglog("alarmpanel").enabled)
		process.stderr.write(`${error instanceof Error ? error.stack : ""}\n`);
	return exitCode;
}

/** Reports a failure that no caller waits for; the panel goes on. */
export function onTrouble(error: unknown): void {
	report(error);
}

/** What is said of a file that somebody named and that cannot be read. */
export function unreadable(file: string, error: unknown): InputError {
	return new InputError(`cannot read ${file}: ${whyUnread(error)}`);
}

function judged(error: unknown): ExitCode {
	if (error instanceof UsageError || isYargsError(error)) return ExitCode.usage;
	if (error instanceof ConfigFileError || error instanceof InputError)
		return ExitCode.input;
	return ExitCode.runtime;
}

function isYargsError(error: unknown): boolean {
	return error instanceof Error && error.name === "YError";
}
