import yargs from "yargs";
import { hideBin } from "yargs/helpers";
import { nearestName } from "../derive/nearest-name.ts";
import { keepAlive } from "../time/keep-alive.ts";
import { heedErrors, heedSignals } from "./line/ending.ts";
import { fromEnvironment, variableNames } from "./line/environment.ts";
import { ExitCode, UsageError } from "./line/exit-code.ts";
import { report } from "./line/failure.ts";
import { outputWidth } from "./line/output-width.ts";
import { complain, print } from "./line/print.ts";
import { FILE_WORDS, positionalsOf } from "./line/unheeded.ts";
import { globalOptions } from "./line/verb.ts";
import { verbs } from "./verbs.ts";

/** Runs the command line and gives its exit code. */
async function main(typed: readonly string[]): Promise<ExitCode> {
	if (typed[0] === COMPLETION) return await complete(typed.slice(2));
	const args = verbFirst(typed);
	const [name] = args;
	const listed = verbNamed(args);
	const { options, notes } = fromEnvironment(
		process.env,
		listed?.variables ?? [],
	);
	for (const note of notes) complain(note);
	if (listed !== undefined) {
		const verb = await listed.load();
		const behind = verb.arrange(withoutDashes(args.slice(1), listed.command));
		const line = lineOf(behind, `alarmpanel ${listed.name}`, listed.command);
		return await verb.runOn(line.config(options), listed, behind);
	}

	if (name !== undefined && !name.startsWith("-") && name !== "completion")
		throw noSuchVerb(name);
	const line = wholeLine(args);
	for (const each of verbs) line.command(each.command, each.describe);
	await line.parseAsync();
	return ExitCode.ok;
}

/** What yargs' completion scripts ask with, before the line that is being typed. */
const COMPLETION = "--get-yargs-completions";

/** Prints what a shell offers for the last word. */
async function complete(typed: readonly string[]): Promise<ExitCode> {
	const { completed } = await import("./line/completion.ts");
	const line = wholeLine([]);
	const listed = typed.length > 1 ? verbNamed(typed) : undefined;
	if (listed !== undefined) (await listed.load()).declareOn(line);
	const { key, choices } = optionsOf(line);
	const words = await completed(typed, {
		verbs: ["completion", ...verbs.map(({ name }) => name)],
		positionals: positionalsOf(listed?.command ?? ""),
		options: Object.keys(key),
		choices,
	});
	for (const word of words) print(word);
	return ExitCode.ok;
}

/** The line without a verb: its help lists them. */
function wholeLine(args: readonly string[]) {
	return lineOf(args, "alarmpanel")
		.usage("$0 VERB\n\nA GSM alarm panel in software.")
		.option("version", { type: "boolean", describe: "Show version number" })
		.completion("completion", "print a completion script for your shell")
		.demandCommand(1, "Which verb?")
		.epilogue(
			`Exit codes: 0 done, 1 usage, 2 bad input file, 3 run-time trouble, 4 refused, 5 differs.\nEnvironment: ${variableNames.join(", ")}; 1, yes and true are true.`,
		);
}

function noSuchVerb(name: string): UsageError {
	const near = nearestName(
		name,
		verbs.map((verb) => verb.name),
	);
	const hint = near === null ? "" : `. Did you mean ${near}?`;
	return new UsageError(`there is no verb ${name}${hint}`);
}

/**
 * The verb in front of options that stood before it: `--json status` is
 * `status --json`, and `help check` is `check --help`.
 */
function verbFirst(args: readonly string[]): readonly string[] {
	let at = 0;
	while (args[at]?.startsWith("-") === true)
		at += ["--config", "-c"].includes(args[at] ?? "") ? 2 : 1;
	const before = args.slice(0, at);
	const [name, ...after] = args.slice(at);
	if (name === undefined) return args;
	if (name !== "help") return [name, ...before, ...after];
	const [asked = "", ...others] = after;
	return asked === "" || asked.startsWith("-")
		? ["--help"]
		: [asked, "--help", ...before, ...others];
}

/**
 * yargs drops what stands behind `--`. Nothing of ours starts with a dash, but a
 * text may: as one word in quotes with a blank in front it is one. A file has another
 * name.
 */
function withoutDashes(
	args: readonly string[],
	command: string,
): readonly string[] {
	const dashes = args.indexOf("--");
	if (dashes === -1) return args;
	const behind = args.slice(dashes + 1);
	const odd = behind.find((word) => word.startsWith("-"));
	if (odd !== undefined) {
		const isFile = positionalsOf(command).some((name) =>
			FILE_WORDS.includes(name),
		);
		throw new UsageError(
			isFile
				? `a file whose name starts with a dash: write ./${odd}`
				: `a word that starts with a dash: write " ${odd}", with a blank in front`,
		);
	}
	return [...args.slice(0, dashes), ...behind];
}

function verbNamed([name]: readonly string[]) {
	return verbs.find((verb) => verb.name === name);
}

/** Columns of help, which is read and not compared. */
const WIDEST_HELP = 80;

/** @param command of the verb, where there is one: `text <message..>` */
function lineOf(args: readonly string[], scriptName: string, command = "") {
	const line = globalOptions(
		yargs([...args])
			.scriptName(scriptName)
			.locale("en")
			.wrap(Math.min(process.stdout.columns ?? outputWidth(), WIDEST_HELP))
			.updateStrings(usageWords),
	)
		.version(false)
		.alias("help", "h")
		.strict()
		.check((given, options) => oneOfEach(args, given, options))
		.exitProcess(false)
		.fail((message, error) => {
			if (error) throw error;
			const missing = wordMissing(message, command);
			if (missing !== null) throw new UsageError(missing);
			const words = message.trim().replaceAll("\n  ", "; ");
			throw new UsageError(`${words}${optionMeant(message, line)}`);
		});
	return line;
}

/** Which word of a verb's is missing; null where none is. */
function wordMissing(message: string, command: string): string | null {
	const got = /^Not enough non-option arguments: got (\d+)/.exec(message)?.[1];
	const name = positionalsOf(command)[Number(got)];
	return name === undefined
		? null
		: `${name} is missing: alarmpanel ${command}`;
}

/** What yargs says of a wrong choice, in our words; each `%s` is its own, in its order. */
const usageWords = {
	// Its translator takes "" for a word that it does not know.
	"Invalid values:": " ",
	"Argument: %s, Given: %s, Choices: %s": "%s: %s is none of %s",
};

/** A hint for an option that is nearly one of the line's. */
function optionMeant(message: string, line: object): string {
	const unknown = /^Unknown arguments?: (.*)/.exec(message)?.[1];
	if (unknown === undefined) return "";
	const names = Object.keys(optionsOf(line).key).filter(
		(name) => name.length > 1,
	);
	const near = unknown
		.split(", ")
		.map((name) => nearestName(name, names))
		.find((name) => name !== null);
	return near == null ? "" : `. Did you mean --${near}?`;
}

/** What a line has declared by now; the typings of yargs leave this out. */
interface Declared {
	readonly key: object;
	readonly choices: Readonly<Record<string, readonly unknown[]>>;
}

function optionsOf(line: object): Declared {
	return "getOptions" in line && typeof line.getOptions === "function"
		? line.getOptions()
		: { key: {}, choices: {} };
}

/** yargs makes a list of an option that is given twice, whether it is one or not. */
function oneOfEach(
	args: readonly string[],
	given: object,
	options: object,
): true {
	const lists = "array" in options ? options.array : [];
	for (const [name, value] of Object.entries(given)) {
		const option = name.length === 1 ? `-${name}` : `--${name}`;
		const times = args.filter((arg) => arg.split("=")[0] === option).length;
		const isList = Array.isArray(lists) && lists.includes(name);
		if (times > 1 && Array.isArray(value) && !isList)
			throw new UsageError(`${option} is given ${times} times`);
	}
	return true;
}

/** The command line of this process: its arguments, its streams, its exit code. */
export async function commandLine(): Promise<void> {
	const args = hideBin(process.argv);
	if (verbNamed(verbFirst(args))?.endsAtOnce !== true) heedSignals();
	heedErrors();
	// What a verb awaits, such as a timer of the system clock, keeps no process alive.
	const letEnd = keepAlive();
	process.exitCode = await ran(args);
	letEnd();
}

/** Runs it and says what goes wrong. */
export async function ran(args: readonly string[]): Promise<ExitCode> {
	try {
		if (asksVersion(args)) {
			// It names the models, which nothing else here needs.
			const { versionJson, versionText } = await import("./line/version.ts");
			print(args.includes("--json") ? versionJson() : versionText());
			return ExitCode.ok;
		}
		return await main(args);
	} catch (error) {
		return report(error, verbNamed(verbFirst(args))?.name);
	}
}

/** Whether `--version` or `-V` stands anywhere on the line, but behind `--`. */
function asksVersion(args: readonly string[]): boolean {
	if (args[0] === COMPLETION) return false;
	const dashes = args.indexOf("--");
	const options = dashes === -1 ? args : args.slice(0, dashes);
	return options.includes("--version") || options.includes("-V");
}
