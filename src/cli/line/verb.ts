import type { ArgumentsCamelCase, Argv } from "yargs";
import type { EnvironmentOption } from "./environment.ts";
import { ExitCode } from "./exit-code.ts";

/**
 * One verb in the list of verbs: what the help of the whole and the README's table
 * say, and where its options and its handler are.
 */
export interface ListedVerb {
	readonly name: string;
	/** Name and positionals in yargs' notation: `text <message..>`. */
	readonly command: string;
	/** One sentence without its full stop, in the imperative. */
	readonly describe: string;
	/** Options of this verb that the environment may set, besides those of every verb. */
	readonly variables: readonly EnvironmentOption[];
	/** Loads the verb, and with it the rooms that it needs. */
	load(): Promise<Verb>;
}

/** Makes an entry of the list; the name is the first word of its command. */
export function listVerb(
	verb: Pick<ListedVerb, "command" | "describe" | "load"> &
		Partial<Pick<ListedVerb, "variables">>,
): ListedVerb {
	const [name = ""] = verb.command.split(" ");
	return { variables: [], ...verb, name };
}

/** The options of one verb, and what it does. */
export interface VerbDeclaration<O> {
	readonly examples: readonly (readonly [command: string, what: string])[];
	/** The words behind the verb in the form that yargs can take. */
	arrange?(args: readonly string[]): readonly string[];
	options(yargs: Argv<GlobalOptions>): Argv<O>;
	run(argv: ArgumentsCamelCase<O>): Promise<ExitCode>;
}

/** A verb that can be put on a command line. */
export interface Verb {
	arrange(args: readonly string[]): readonly string[];
	/** Declares its options on a line and runs nothing, for completion. */
	declareOn(line: Argv<GlobalOptions>): void;
	/**
	 * As the only one, on a line whose script name ends with the verb. Of several,
	 * yargs would lay out the help of the one that runs, which takes longer than
	 * most verbs do.
	 */
	runOn(line: Argv<GlobalOptions>, listed: ListedVerb): Promise<ExitCode>;
}

/** Options of every verb; the environment may set each of them. */
export interface GlobalOptions {
	config: string | undefined;
	json: boolean;
	"show-secrets": boolean;
	dialect: string | undefined;
}

/** What the options of a line are when it has been read. */
export type OptionsOf<A> =
	A extends Argv<infer O> ? ArgumentsCamelCase<O> : never;

/** Makes a verb; the type of `run`'s argument follows from `options`. */
export function defineVerb<O>(verb: VerbDeclaration<O>): Verb {
	const builder = (line: Argv<GlobalOptions>) => {
		const built = verb.options(line);
		for (const [example, what] of verb.examples)
			built.example(`alarmpanel ${example}`, what);
		return built;
	};
	return {
		arrange: (args) => verb.arrange?.(args) ?? args,
		declareOn: (line) => void builder(line),
		async runOn(line, { command, describe }) {
			let exitCode: ExitCode = ExitCode.ok;
			const [, ...positionals] = command.split(" ");
			const alone = ["$0", ...positionals].join(" ");
			await line
				.command(alone, describe, builder, async (argv) => {
					await withLanguage(argv as { dialect?: unknown; model?: unknown });
					exitCode = await verb.run(argv);
				})
				.parseAsync();
			return exitCode;
		},
	};
}

/** The panel of the file that `--dialect` names is the model, unless another is asked for. */
async function withLanguage(argv: {
	readonly dialect?: unknown;
	model?: unknown;
}): Promise<void> {
	if (typeof argv.dialect !== "string") return;
	const { useLanguageFile } = await import("./language-option.ts");
	const name = useLanguageFile(argv.dialect);
	if ("model" in argv) argv.model ??= name;
	else argv.model = name;
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
		})
		.option("dialect", {
			type: "string",
			requiresArg: true,
			describe: "a file that describes the language of another maker's panel",
			global: true,
		});
}
