import yargs from "yargs";
import { hideBin } from "yargs/helpers";
import { keepAlive } from "../time/keep-alive.ts";
import { heedErrors, heedSignals } from "./line/ending.ts";
import { ExitCode, UsageError } from "./line/exit-code.ts";
import { report } from "./line/failure.ts";
import { globalOptions } from "./line/verb.ts";
import { verbs } from "./verbs.ts";

/** Runs the command line and gives its exit code. */
async function main(args: readonly string[]): Promise<ExitCode> {
	const listed = verbNamed(args);
	forgetVariablesOfOthers(listed?.variables ?? []);
	if (listed !== undefined) {
		const verb = await listed.load();
		return await verb.runOn(
			lineOf(
				verb.arrange(withoutDashes(args.slice(1))),
				`alarmpanel ${listed.name}`,
			),
			listed,
		);
	}

	const line = lineOf(args, "alarmpanel")
		.usage("$0 VERB\n\nA GSM alarm panel in software.")
		.option("version", { type: "boolean", describe: "Show version number" })
		.completion("completion", "print a completion script for your shell")
		.recommendCommands()
		.demandCommand(1, "Which verb?")
		.epilogue(
			"Exit codes: 0 done, 1 usage, 2 bad input file, 3 run-time trouble, 4 refused, 5 differs.",
		);
	// Completion asks for a verb's options; the help of the whole does not.
	for (const each of verbs)
		if (args.includes(each.name)) (await each.load()).addTo(line, each);
		else line.command(each.command, each.describe);
	await line.parseAsync();
	return ExitCode.ok;
}

/** An option that the verb does not have is wrong usage; a variable for another verb is not. */
function forgetVariablesOfOthers(own: readonly string[]): void {
	for (const name of verbs.flatMap(({ variables }) => variables))
		if (!own.includes(name))
			delete process.env[
				`ALARMPANEL_${name.toUpperCase().replaceAll("-", "_")}`
			];
}

/**
 * yargs drops what stands behind `--`. Nothing of ours starts with a dash, but a
 * text may: as one word in quotes with a blank in front it is one.
 */
function withoutDashes(args: readonly string[]): readonly string[] {
	const dashes = args.indexOf("--");
	if (dashes === -1) return args;
	const behind = args.slice(dashes + 1);
	const odd = behind.find((word) => word.startsWith("-"));
	if (odd !== undefined)
		throw new UsageError(
			`a word that starts with a dash: write " ${odd}", with a blank in front`,
		);
	return [...args.slice(0, dashes), ...behind];
}

function verbNamed([name]: readonly string[]) {
	return verbs.find((verb) => verb.name === name);
}

function lineOf(args: readonly string[], scriptName: string) {
	return globalOptions(
		yargs([...args])
			.scriptName(scriptName)
			.locale("en")
			.env("ALARMPANEL"),
	)
		.version(false)
		.alias("help", "h")
		.strict()
		.check((given, options) => oneOfEach(args, given, options))
		.exitProcess(false)
		.fail((message, error) => {
			throw error ?? new UsageError(message);
		});
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
	heedSignals();
	heedErrors();
	// What a verb awaits, such as a timer of the system clock, keeps no process alive.
	const letEnd = keepAlive();
	process.exitCode = await ran(hideBin(process.argv));
	letEnd();
}

/** Runs it and says what goes wrong. */
export async function ran(args: readonly string[]): Promise<ExitCode> {
	try {
		if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
			// It names the models, which nothing else here needs.
			const { versionText } = await import("./line/version.ts");
			process.stdout.write(versionText());
			return ExitCode.ok;
		}
		return await main(args);
	} catch (error) {
		return report(error, verbNamed(args)?.name);
	}
}
