import type { ArgumentsCamelCase, Argv } from "yargs";
import type { EnvironmentOption } from "./environment.ts";
import { ExitCode } from "./exit-code.ts";
import {
	type Action,
	type Heeds,
	isGiven,
	refuseUnheeded,
} from "./unheeded.ts";

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
	/**
	 * Whether signals end it at once, as they do where nobody takes them: it may give
	 * them no turn for long, and nothing needs putting in order.
	 */
	readonly endsAtOnce: boolean;
	/** Loads the verb, and with it the rooms that it needs. */
	load(): Promise<Verb>;
}

/** Makes an entry of the list; the name is the first word of its command. */
export function listVerb(
	verb: Pick<ListedVerb, "command" | "describe" | "load"> &
		Partial<Pick<ListedVerb, "variables" | "endsAtOnce">>,
): ListedVerb {
	const [name = ""] = verb.command.split(" ");
	return { variables: [], endsAtOnce: false, ...verb, name };
}

/** The options of one verb, and what it does. */
export interface VerbDeclaration<O, A extends string = never> extends Heeds {
	readonly examples: readonly (readonly [command: string, what: string])[];
	/** Where the first word behind the verb says what is done: each such word. */
	readonly actions?: { readonly [Name in A]: Action };
	/** The words behind the verb in the form that yargs can take. */
	arrange?(args: readonly string[]): readonly string[];
	options(yargs: Argv<GlobalOptions>): Argv<O>;
	/** @param isTyped whether an option stands on the line, and not in the environment alone */
	run(
		argv: ArgumentsCamelCase<O> & { readonly action: A },
		isTyped: (option: string) => boolean,
	): Promise<ExitCode>;
}

/** A verb that can be put on a command line. */
export interface Verb {
	readonly actions: Readonly<Record<string, Action>>;
	arrange(args: readonly string[]): readonly string[];
	/** Declares its options on a line and runs nothing, for completion. */
	declareOn(line: Argv<GlobalOptions>): void;
	/**
	 * As the only one, on a line whose script name ends with the verb. Of several,
	 * yargs would lay out the help of the one that runs, which takes longer than
	 * most verbs do.
	 * @param args what the line was made of
	 * @throws UsageError for what the verb, or its action, does not take
	 */
	runOn(
		line: Argv<GlobalOptions>,
		listed: ListedVerb,
		args: readonly string[],
	): Promise<ExitCode>;
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

/** Makes a verb; the type of `run`'s argument follows from `options` and `actions`. */
export function defineVerb<O, A extends string = never>(
	verb: VerbDeclaration<O, A>,
): Verb {
	const actions: Readonly<Record<string, Action>> = verb.actions ?? {};
	const builder = (line: Argv<GlobalOptions>) => {
		if (verb.actions !== undefined)
			line.positional("action", {
				choices: Object.keys(actions),
				demandOption: true,
				describe: "what to do",
			});
		const built = verb.options(line);
		for (const [example, what] of verb.examples)
			built.example(`alarmpanel ${example}`, what);
		return built;
	};
	return {
		actions,
		arrange: (args) => verb.arrange?.(args) ?? args,
		declareOn: (line) => void builder(line),
		async runOn(line, listed, args) {
			let exitCode: ExitCode = ExitCode.ok;
			const [, ...positionals] = listed.command.split(" ");
			const alone = ["$0", ...positionals].join(" ");
			await line
				.command(alone, listed.describe, builder, async (argv) => {
					refuseUnheeded({ listed, argv, args }, verb, verb.actions);
					await withLanguage(argv as { dialect?: unknown; model?: unknown });
					exitCode = await verb.run(
						argv as typeof argv & { readonly action: A },
						(option) => isGiven(option, args),
					);
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
