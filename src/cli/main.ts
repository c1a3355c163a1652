import yargs from "yargs";
import { hideBin } from "yargs/helpers";
import { ExitCode, UsageError } from "./exit-code.ts";
import { globalOptions } from "./verb.ts";
import { verbs } from "./verbs.ts";

/** Runs the command line and gives its exit code. */
async function main(args: readonly string[]): Promise<ExitCode> {
	let exitCode: ExitCode = ExitCode.ok;
	const line = globalOptions(
		yargs([...args])
			.scriptName("alarmpanel")
			.locale("en")
			.usage("$0 VERB\n\nA GSM alarm panel in software.")
			.env("ALARMPANEL"),
	)
		.version(false)
		.option("version", { type: "boolean", describe: "Show version number" })
		.alias("help", "h")
		.completion("completion", "print a completion script for your shell")
		.strict()
		.recommendCommands()
		.demandCommand(1, "Which verb?")
		.epilogue(
			"Exit codes: 0 done, 1 usage, 2 bad input file, 3 run-time trouble, 4 refused, 5 differs.",
		)
		.exitProcess(false)
		.fail((message, error) => {
			throw error ?? new UsageError(message);
		});
	for (const verb of verbs)
		verb.addTo(line, (ended) => {
			exitCode = ended;
		});
	await line.parseAsync();
	return exitCode;
}

// A reader that has seen enough (`| head`) is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code === "EPIPE") process.exit(process.exitCode ?? ExitCode.ok);
	throw error;
});

const args = hideBin(process.argv);
try {
	if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
		const { versionText } = await import("./version.ts");
		process.stdout.write(versionText());
	} else process.exitCode = await main(args);
} catch (error) {
	const { report } = await import("./failure.ts");
	process.exitCode = report(error);
}
