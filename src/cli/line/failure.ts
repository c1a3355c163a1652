import { realpathSync } from "node:fs";
import { basename, resolve } from "node:path";
import { debuglog } from "node:util";
import { ConfigFileError } from "../../store/config-file-error.ts";
import { ConfigWriteError } from "../../store/config-write-error.ts";
import { failureText, whyUnread } from "../../store/system-error.ts";
import { PANEL_FILE } from "./environment.ts";
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
	const message = `${toldText(error)}${namedBy(error)}`;
	complain(`alarmpanel: ${message}${advice}`);
	if (exitCode === ExitCode.runtime && debuglog("alarmpanel").enabled)
		process.stderr.write(`${error instanceof Error ? error.stack : ""}\n`);
	return exitCode;
}

/**
 * What is said of an error. Of a panel's file it names no folder, which programs are not
 * told of; who typed its name reads it as it was typed.
 */
function toldText(error: unknown): string {
	const text = failureText(error);
	if (!isOfPanelFile(error)) return text;
	const name = basename(error.file);
	return text.startsWith(name) ? error.file + text.slice(name.length) : text;
}

/** Where nobody typed a file that is wrong, what names it. */
function namedBy(error: unknown): string {
	return isOfPanelFile(error) && error.file === process.env[PANEL_FILE]
		? `\n${PANEL_FILE} names this file`
		: "";
}

function isOfPanelFile(
	error: unknown,
): error is ConfigFileError | ConfigWriteError {
	return error instanceof ConfigFileError || error instanceof ConfigWriteError;
}

/** Reports a failure that no caller waits for; the panel goes on. */
export function onTrouble(error: unknown): void {
	report(error);
}

/**
 * What is written must not replace what is read.
 * @param option that names what is written, as it is typed: `--out`
 * @param read files, under any of their names; undefined for what is not asked for
 * @throws UsageError
 */
export function refuseReplacing(
	option: string,
	written: string | undefined,
	read: readonly (string | null | undefined)[],
): void {
	if (written === undefined || written === "") return;
	const place = placeOf(written);
	if (read.some((file) => file != null && placeOf(file) === place))
		throw new UsageError(
			`${option}: ${written} is read, and would be replaced`,
		);
}

/** One name for all names of a file, links and dots among them. */
function placeOf(file: string): string {
	try {
		return realpathSync(file);
	} catch {
		return resolve(file);
	}
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
