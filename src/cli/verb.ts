import type { ArgumentsCamelCase, Argv } from "yargs";
import type { ExitCode } from "./exit-code.ts";

/**
 * One verb of the command line: its help, its options and what it does come
 * from this, and so does the README's table. Handlers import the rooms that
 * they need when they run, so that `--help` loads none of them.
 */
export interface VerbDeclaration<O> {
	/** Name and positionals in yargs' notation: `text <message..>`. */
	readonly command: string;
	/** One sentence without its full stop, in the imperative. */
	readonly describe: string;
	readonly examples: readonly (readonly [command: string, what: string])[];
	options(yargs: Argv<GlobalOptions>): Argv<O>;
	run(argv: ArgumentsCamelCase<O>): Promise<ExitCode>;
}

/** A verb that can be added to the command line. */
export interface Verb
	extends Pick<VerbDeclaration<unknown>, "command" | "describe" | "examples"> {
	/** `ended` is called with the exit code when the verb has run. */
	addTo(line: Argv<GlobalOptions>, ended: (exitCode: ExitCode) => void): void;
}

/** Options of every verb; each is also an environment variable, ALARMPANEL_…. */
export interface GlobalOptions {
	config: string | undefined;
	json: boolean;
	"show-secrets": boolean;
}

/** Makes a verb; the type of `run`'s argument follows from `options`. */
export function defineVerb<O>(verb: VerbDeclaration<O>): Verb {
	const { command, describe, examples } = verb;
	return {
		command,
		describe,
		examples,
		addTo: (line, ended) =>
			void line.command(
				command,
				describe,
				(own) => {
					const built = verb.options(own);
					for (const [example, what] of examples)
						built.example(`$0 ${example}`, what);
					return built;
				},
				async (argv) => ended(await verb.run(argv)),
			),
	};
}

/** Declares the options of every verb. */
export function globalOptions(yargs: Argv): Argv<GlobalOptions> {
	return yargs
		.option("config", {
			alias: "c",
			type: "string",
			requiresArg: true,
			describe: "the panel's file; else ./panel-config.json",
			global: true,
		})
		.option("json", {
			type: "boolean",
			default: false,
			describe: "answer in JSON on stdout",
			global: true,
		})
		.option("show-secrets", {
			type: "boolean",
			default: false,
			describe: "do not mask PINs, codes and passwords",
			global: true,
		});
}
