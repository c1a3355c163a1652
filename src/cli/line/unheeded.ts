import { UsageError } from "./exit-code.ts";

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
export type WithoutPanel = true | string;

/** What a verb says of its options and words, besides their form. */
export interface Heeds {
	/** No panel's file is read. */
	readonly withoutPanel?: WithoutPanel;
	/** What says more of other options: it is refused where none of these is there. */
	readonly goesWith?: { readonly [option: string]: readonly string[] };
	/** Two options of which one would pass over the other. */
	readonly apart?: readonly (readonly [string, string])[];
	/** Options that say something although nothing is behind them. */
	readonly mayBeEmpty?: readonly string[];
}

/** A line that has been read. */
interface Line {
	/** Its verb, and that verb's command in yargs' notation. */
	readonly listed: { readonly name: string; readonly command: string };
	readonly argv: Readonly<Record<string, unknown>>;
	/** What it was made of. */
	readonly args: readonly string[];
}

/**
 * Refuses what a verb would pass over without a word.
 * @throws UsageError
 */
export function refuseUnheeded(
	line: Line,
	heeds: Heeds,
	actions: Readonly<Record<string, Action>> | undefined,
): void {
	const { listed, args } = line;
	refuseEmpty(line, heeds.mayBeEmpty ?? []);
	if (heeds.withoutPanel !== undefined)
		refusePanel(listed.name, heeds.withoutPanel, args);
	if (actions !== undefined) refuseOthers(line, actions);
	refuseUseless(line, heeds);
}

/**
 * Refuses what the action of a line would pass over: an option of another action, a word
 * too many or too few. What the environment says is for all actions.
 * @throws UsageError
 */
function refuseOthers(
	{ listed: { name: verb, command }, argv, args }: Line,
	actions: Readonly<Record<string, Action>>,
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
	// A value may be empty; a path, a name, a file may not.
	const isEmpty = words.some(
		(word, at) => word === "" && wanted[at] !== "VALUE",
	);
	if (
		isEmpty ||
		words.length < least ||
		(words.length > wanted.length && !isOpen)
	)
		throw new UsageError(`write ${typed} ${form}, as ${typed} ${example}`);
}

/**
 * Refuses an option, and a file, whose name or value is empty: a variable of a script was
 * not set, and what is meant is not known. `-` is taken where a verb has arranged that.
 * @throws UsageError
 */
function refuseEmpty(
	{ listed: { name: verb, command }, argv, args }: Line,
	mayBeEmpty: readonly string[],
): void {
	const options = Object.keys(argv).filter((key) => /^[a-z-]{2,}$/.test(key));
	const words = positionalsOf(command);
	for (const option of options) {
		const values: readonly unknown[] = [argv[option]].flat();
		const isEmpty =
			values.includes("") || (values.some(isNumber) && isEmptyIn(option, args));
		if (!isEmpty || mayBeEmpty.includes(option)) continue;
		if (!words.includes(option))
			throw new UsageError(`--${option}: it is empty`);
		if (!FILE_WORDS.includes(option)) continue;
		throw new UsageError(
			args.includes("-")
				? `${verb} takes no - for standard input; name a file`
				: `${option} is missing: alarmpanel ${command}`,
		);
	}
}

function isNumber(value: unknown): boolean {
	return typeof value === "number";
}

/** Positionals that are files. */
export const FILE_WORDS: readonly string[] = ["file", "site"];

/** Whether a number, which yargs has made of it, was empty. */
function isEmptyIn(option: string, args: readonly string[]): boolean {
	return args.some(
		(arg, at) =>
			arg === `--${option}=` || (arg === `--${option}` && args[at + 1] === ""),
	);
}

/**
 * Refuses an option that nothing on the line has a use for. What the environment says is
 * for whatever has one.
 * @throws UsageError
 */
function refuseUseless(
	{ argv, args }: Line,
	{ goesWith = {}, apart = [] }: Heeds,
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
 * Whether an option stands on a line, as `--dry-run`, `--dryRun` or `--no-dry-run`; `-c` is
 * `--config`.
 */
export function isGiven(option: string, args: readonly string[]): boolean {
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
