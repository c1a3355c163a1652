import type { ArgumentsCamelCase, Argv } from "yargs";
import type { EnvironmentOption } from "./environment.ts";
import { ExitCode, UsageError } from "./exit-code.ts";

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

/** What one action of a verb takes; whatever else stands on the line is refused. */
export interface Action {
	/** Options that it reads, besides those of every verb. */
	readonly options?: readonly string[];
	/** The words behind it, `PATH VALUE` or `[WHO]`, and an example; left out, there are none. */
	readonly words?: readonly [form: string, example: string];
	/** What is said of a word where it takes none: half a sentence. */
	readonly instead?: string;
	readonly withoutPanel?: WithoutPanel;
}

/** No panel's file is read, so that `--config` is refused; what is to be done instead. */
type WithoutPanel = true | string;

/** The options of one verb, and what it does. */
export interface VerbDeclaration<O, A extends string = never> {
	readonly examples: readonly (readonly [command: string, what: string])[];
	readonly withoutPanel?: WithoutPanel;
	/** Where the first word behind the verb says what is done: each such word. */
	readonly actions?: { readonly [Name in A]: Action };
	/** What says more of other options: it is refused where none of these is there. */
	readonly goesWith?: { readonly [option: string]: readonly string[] };
	/** Two options of which one would pass over the other. */
	readonly apart?: readonly (readonly [string, string])[];
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
					if (verb.withoutPanel !== undefined)
						refusePanel(listed.name, verb.withoutPanel, args);
					if (verb.actions !== undefined)
						refuseOthers(listed, actions, argv, args);
					refuseUseless(verb, argv, args);
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

/**
 * Refuses what the action of a line would pass over: an option of another action, a word
 * too many or too few. What the environment says is for all actions.
 * @throws UsageError
 */
function refuseOthers(
	{ name: verb, command }: ListedVerb,
	actions: Readonly<Record<string, Action>>,
	argv: Readonly<Record<string, unknown>>,
	args: readonly string[],
): void {
	const taken = (name: string) => actions[name]?.options ?? [];
	const action = String(argv.action);
	const typed = `${verb} ${action}`;
	const stray = Object.keys(actions)
		.flatMap(taken)
		.find((option) => !taken(action).includes(option) && isGiven(option, args));
	if (stray !== undefined) {
		const takers = Object.keys(actions)
			.filter((name) => taken(name).includes(stray))
			.map((name) => `${verb} ${name}`);
		throw new UsageError(
			`${typed} takes no --${stray}; ${takers.join(" and ")} ${takers.length === 1 ? "does" : "do"}`,
		);
	}
	const [, ...places] = positionalsOf(command);
	const words = places.flatMap((place) => argv[place] ?? []);
	const {
		words: [form, example] = [],
		instead,
		withoutPanel,
	} = actions[action] ?? {};
	if (withoutPanel !== undefined) refusePanel(typed, withoutPanel, args);
	if (form === undefined) {
		const hint = instead === undefined ? "" : `; ${instead}`;
		if (words.length > 0)
			throw new UsageError(`${typed} takes no ${words[0]}${hint}`);
		return;
	}
	const wanted = form.split(" ");
	const least = wanted.filter((word) => !word.startsWith("[")).length;
	const isOpen = form.endsWith("..");
	if (words.length < least || (words.length > wanted.length && !isOpen))
		throw new UsageError(`write ${typed} ${form}, as ${typed} ${example}`);
}

/**
 * Refuses an option that nothing on the line has a use for. What the environment says is
 * for whatever has one.
 * @throws UsageError
 */
function refuseUseless(
	{
		goesWith = {},
		apart = [],
	}: Pick<VerbDeclaration<unknown>, "goesWith" | "apart">,
	argv: Readonly<Record<string, unknown>>,
	args: readonly string[],
): void {
	for (const [option, others] of Object.entries(goesWith))
		if (isGiven(option, args) && !others.some((other) => isSaid(argv[other])))
			throw new UsageError(`--${option} goes with ${anyOf(others)}`);
	for (const [option, other] of apart)
		if (isGiven(option, args) && isGiven(other, args))
			throw new UsageError(`--${option} and --${other} do not go together`);
}

/** `--link, --qr or --json`. */
export function anyOf(options: readonly string[]): string {
	const typed = options.map((option) => `--${option}`);
	const last = typed.pop() ?? "";
	return typed.length === 0 ? last : `${typed.join(", ")} or ${last}`;
}

/** Whether an option says anything, where it stands or in the environment. */
export function isSaid(value: unknown): boolean {
	if (Array.isArray(value)) return value.length > 0;
	return value !== undefined && value !== false;
}

/** @throws UsageError where a panel's file is named that nobody would read */
function refusePanel(
	typed: string,
	instead: WithoutPanel,
	args: readonly string[],
): void {
	if (!isGiven("config", args)) return;
	throw new UsageError(
		`${typed} takes no --config${instead === true ? "" : `; ${instead}`}`,
	);
}

/**
 * Whether an option stands on a line, as `--dry-run`, `--dryRun` or `--no-dry-run`; of those
 * of every verb one has a letter, too.
 */
function isGiven(option: string, args: readonly string[]): boolean {
	return args.some((arg) => {
		if (option === "config" && /^-c(=|$)/.test(arg)) return true;
		const [name = ""] = arg.split("=");
		const typed = name.replace(
			/[A-Z]/g,
			(letter) => `-${letter.toLowerCase()}`,
		);
		return typed === `--${option}` || typed === `--no-${option}`;
	});
}

/** `action`, `who` of `people <action> [who]`. */
export function positionalsOf(command: string): readonly string[] {
	return [...command.matchAll(/[<[]([\w-]+)/g)].map(([, name = ""]) => name);
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
