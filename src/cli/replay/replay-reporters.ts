import { closeSync, openSync, writeSync } from "node:fs";
import type { Reporter, Write } from "../../replay/report/reporter.ts";
import { github } from "../../replay/report/reporters/github.ts";
import { htmlPage } from "../../replay/report/reporters/html/html.ts";
import { json } from "../../replay/report/reporters/json.ts";
import { pretty } from "../../replay/report/reporters/pretty.ts";
import { tap } from "../../replay/report/reporters/tap.ts";
import { reasonOf } from "../../store/system-error.ts";
import { UsageError } from "../line/exit-code.ts";

type Maker = (write: Write, verbose: boolean) => Reporter;

/** The reporters by name. JUnit's needs a writer of XML, which is loaded on demand. */
const makers: {
	readonly [name: string]: () => Maker | Promise<Maker>;
} = {
	pretty: () => pretty,
	tap: () => tap,
	junit: async () =>
		(await import("../../replay/report/reporters/junit.ts")).junit,
	json: () => json,
	github: () => github,
	html: () => htmlPage,
};

export interface ReporterArguments {
	readonly reporter?: readonly string[] | undefined;
	readonly verbose: boolean;
	readonly json: boolean;
}

export interface OpenReporters {
	readonly reporters: readonly Reporter[];
	readonly closeReporters: () => void;
	/** Whether a reporter for programs writes to stdout. */
	readonly ownsStdout: boolean;
}

/**
 * Opens the reporters `name` or `name:path`. The default is pretty, under --json
 * json.
 * @param beforeStdout is called before each write to stdout
 * @throws UsageError for an unknown name, two reporters on stdout, or a file that
 *   cannot be written
 */
export async function openReporters(
	argv: ReporterArguments,
	beforeStdout: () => void = () => {},
): Promise<OpenReporters> {
	const wanted = [...(argv.reporter ?? []), ...(argv.json ? ["json"] : [])];
	if (wanted.length === 0) wanted.push("pretty");
	const files: number[] = [];
	const onStdout = wanted.filter((each) => !each.includes(":"));
	if (onStdout.length > 1)
		throw new UsageError(
			`--reporter: ${onStdout.join(" and ")} cannot both write to stdout; name:PATH writes into a file`,
		);
	const unknown = wanted.find((each) => makers[nameOf(each)] === undefined);
	if (unknown !== undefined)
		throw new UsageError(
			`there is no reporter ${nameOf(unknown)}; there are ${Object.keys(makers).join(", ")}`,
		);
	const reporters: Reporter[] = [];
	for (const each of wanted) {
		const make = await makers[nameOf(each)]?.();
		const path = each.slice(nameOf(each).length + 1);
		const write = path === "" ? toStdout(beforeStdout) : toFile(path, files);
		if (make !== undefined) reporters.push(make(write, argv.verbose));
	}
	return {
		reporters,
		closeReporters: () => files.forEach(closeSync),
		ownsStdout: onStdout.some((name) => name !== "pretty"),
	};
}

function nameOf(wanted: string): string {
	return wanted.split(":", 1)[0] ?? "";
}

function toStdout(before: () => void): Write {
	return (text) => {
		before();
		process.stdout.write(text);
	};
}

function toFile(path: string, files: number[]): Write {
	let file: number;
	try {
		file = openSync(path, "w");
	} catch (error) {
		throw new UsageError(
			`--reporter: cannot write ${path}: ${reasonOf(error)}`,
		);
	}
	files.push(file);
	return (text) => void writeSync(file, text);
}
