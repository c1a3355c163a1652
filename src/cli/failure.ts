import { debuglog } from "node:util";
import { ExitCode } from "./exit-code.ts";

/**
 * Says on stderr what went wrong and gives the exit code that goes with it.
 * NODE_DEBUG=alarmpanel shows where it went wrong.
 * @param verb whose help is pointed at where the command line itself is wrong
 */
export function report(error: unknown, verb = ""): ExitCode {
	const exitCode = judged(error);
	const advice =
		exitCode === ExitCode.usage
			? `${["alarmpanel", verb, "--help"].filter(Boolean).join(" ")} says more\n`
			: "";
	const message = error instanceof Error ? error.message : String(error);
	process.stderr.write(`alarmpanel: ${message}\n${advice}`);
	if (exitCode === ExitCode.runtime && debuglog("alarmpanel").enabled)
		process.stderr.write(`${error instanceof Error ? error.stack : ""}\n`);
	return exitCode;
}

/** For what fails while nobody waits for it: it is said, and the panel goes on. */
export function onTrouble(error: unknown): void {
	report(error);
}

function judged(error: unknown): ExitCode {
	const name = error instanceof Error ? error.name : "";
	return exitCodes.get(name) ?? ExitCode.runtime;
}

/** By name, because replays are bundled apart, with classes of their own. */
const exitCodes: ReadonlyMap<string, ExitCode> = new Map([
	["UsageError", ExitCode.usage],
	// That of yargs.
	["YError", ExitCode.usage],
	["ConfigFileError", ExitCode.input],
	["InputError", ExitCode.input],
]);
