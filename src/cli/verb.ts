import type { ArgumentsCamelCase, Argv } from "yargs";
import { ExitCode } from "./exit-code.ts";

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
	/**
	 * Options of this verb that may be set in the environment for good, where
	 * other verbs, which have no such option, run as well.
	 */
	readonly variables?: readonly string[];
	/** The words behind the verb in the form that yargs can take. */
	arrange?(args: readonly string[]): readonly string[];
	options(yargs: Argv<GlobalOptions>): Argv<O>;
	run(argv: ArgumentsCamelCase<O>): Promise<ExitCode>;
}

/** A verb that can be put on a command line. */
export interface Verb
	extends Pick<VerbDeclaration<unknown>, "command" | "describe" | "examples"> {
	readonly name: string;
	readonly variables: readonly string[];
	arrange(args: readonly string[]): readonly string[];
	/** As one of several: for the list of verbs, for suggestions and completion. */
	addTo(line: Argv<GlobalOptions>): void;
	/**
	 * As the only one, on a line whose script name ends with the verb. Of several,
	 * yargs would lay out the help of the one that runs, which takes longer than
	 * most verbs do.
	 */
	runOn(line: Argv<GlobalOptions>): Promise<ExitCode>;
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
	const [name = "", ...positionals] = command.split(" ");
	const builder = (line: Argv<GlobalOptions>) => {
		const built = verb.options(line);
		for (const [example, what] of examples)
			built.example(`alarmpanel ${example}`, what);
		return built;
	};
	return {
		name,
		variables: verb.variables ?? [],
		arrange: (args) => verb.arrange?.(args) ?? args,
		command,
		describe,
		examples,
		addTo: (line) => void line.command(command, describe, builder),
		async runOn(line) {
			let exitCode: ExitCode = ExitCode.ok;
			const alone = ["$0", ...positionals].join(" ");
			await line
				.command(alone, describe, builder, async (argv) => {
					exitCode = await verb.run(argv);
				})
				.parseAsync();
			return exitCode;
		},
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
