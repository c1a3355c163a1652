/** Runs a verb of the command line in this process. */
import { vi } from "vitest";
import yargs from "yargs";
import { ExitCode, UsageError } from "../../src/cli/line/exit-code.ts";
import { report } from "../../src/cli/line/failure.ts";
import { globalOptions } from "../../src/cli/line/verb.ts";
import { verbs } from "../../src/cli/verbs.ts";

export interface Typed {
	readonly code: ExitCode;
	readonly stdout: string;
	readonly stderr: string;
}

/** What comes of a verb with arguments, in this process. */
export async function typed(
	name: string,
	args: readonly string[],
): Promise<Typed> {
	const listed = verbs.find((verb) => verb.name === name);
	if (listed === undefined) throw new Error(`there is no verb ${name}`);
	const verb = await listed.load();
	let stdout = "";
	let stderr = "";
	const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
		stdout += text;
		return true;
	});
	const err = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
		stderr += text;
		return true;
	});
	const line = globalOptions(yargs([...args]).exitProcess(false))
		.strict()
		.fail((message, error) => {
			throw error ?? new UsageError(message);
		});
	let code: ExitCode = ExitCode.ok;
	try {
		code = await verb.runOn(line, listed, args);
	} catch (error) {
		code = report(error);
	} finally {
		out.mockRestore();
		err.mockRestore();
	}
	return { code, stdout, stderr };
}
