import { join, parse, resolve } from "node:path";
import type { Reporter, Write } from "../../replay/report/reporter.ts";
import { coverageJson } from "../../replay/report/reporters/coverage-json.ts";
import { github } from "../../replay/report/reporters/github.ts";
import { htmlPage } from "../../replay/report/reporters/html/html.ts";
import { json } from "../../replay/report/reporters/json.ts";
import type { JunitParts } from "../../replay/report/reporters/junit.ts";
import { pretty } from "../../replay/report/reporters/pretty.ts";
import { tap } from "../../replay/report/reporters/tap.ts";
import { removeOrphans } from "../../store/temporary-file.ts";
import { UsageError } from "../line/exit-code.ts";
import { writeOut } from "../line/stdout.ts";
import { ReportFile } from "./report-file.ts";

type Maker = (
	write: Write,
	verbose: boolean,
	shard: string | null,
	parts: JunitParts,
) => Reporter;

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
	readonly shard?: string | undefined;
	readonly json: boolean;
	readonly junitSize?: number | undefined;
	readonly coverageJson?: string | undefined;
	readonly digestFile?: string | undefined;
}

export interface OpenReporters {
	readonly reporters: readonly Reporter[];
	/** Puts the reports in their files. */
	readonly finishReporters: () => void;
	/** Drops what is not finished. */
	readonly dropReporters: () => void;
	/** Whether what is on stdout belongs to a reporter for programs. */
	readonly ownsStdout: boolean;
}

/**
 * The reporters that are asked for, `name` or `name:path`; without any, the one
 * for people, and under --json the one that writes JSON.
 * @param beforeStdout is called before anything is written there
 * @throws UsageError for a name that there is not, or two on stdout
 * @throws FileWriteError
 */
export async function openReporters(
	argv: ReporterArguments,
	beforeStdout: () => void = () => {},
): Promise<OpenReporters> {
	const wanted = [...(argv.reporter ?? []), ...(argv.json ? ["json"] : [])];
	if (wanted.length === 0) wanted.push("pretty");
	const files: ReportFile[] = [];
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
	demandPaths(wanted, argv);
	if (
		argv.junitSize !== undefined &&
		!wanted.some((each) => each.startsWith("junit:"))
	)
		throw new UsageError("--junit-size goes with --reporter junit:PATH");
	const reporters: Reporter[] = [];
	let parts = 1;
	for (const each of wanted) {
		const make = await makers[nameOf(each)]?.();
		const path = each.slice(nameOf(each).length + 1);
		if (path !== "") await removeOrphans(path);
		const write = path === "" ? toStdout(beforeStdout) : toFile(path, files);
		const { shard = null } = argv;
		if (make !== undefined)
			reporters.push(
				make(write, argv.verbose, shard, {
					size: path === "" ? null : junitSize(argv.junitSize),
					next: () => toFile(partName(path, ++parts), files),
				}),
			);
	}
	if (argv.coverageJson !== undefined) {
		await removeOrphans(argv.coverageJson);
		reporters.push(coverageJson(toFile(argv.coverageJson, files)));
	}
	return {
		reporters,
		finishReporters: () => {
			for (const file of files) file.finish();
		},
		dropReporters: () => {
			for (const file of files) file.drop();
		},
		ownsStdout: onStdout.some((name) => name !== "pretty"),
	};
}

/**
 * A path is there where it is said that there is one, and once.
 * @throws UsageError
 */
function demandPaths(
	wanted: readonly string[],
	{ coverageJson, digestFile }: ReporterArguments,
): void {
	const names = new Map<string, string>();
	for (const [option, path = ""] of [
		["--coverage-json", coverageJson],
		["--digest-file", digestFile],
	] as const)
		if (path !== "" && !path.startsWith("/dev/"))
			names.set(resolve(path), option);
	for (const each of wanted) {
		if (!each.includes(":")) continue;
		const name = nameOf(each);
		const path = each.slice(name.length + 1);
		if (path === "")
			throw new UsageError(
				`--reporter: ${each} names no file behind the colon`,
			);
		const other = names.get(resolve(path));
		if (other !== undefined)
			throw new UsageError(
				`--reporter: ${other} and ${name} cannot both write into ${path}`,
			);
		if (!path.startsWith("/dev/")) names.set(resolve(path), name);
	}
}

/** @throws UsageError */
function junitSize(size: number | undefined): number | null {
	if (size === undefined) return null;
	if (Number.isSafeInteger(size) && size > 0) return size;
	throw new UsageError("--junit-size: a whole number of cases from 1 on");
}

/** `report-2.xml` for the second part of `report.xml`. */
function partName(path: string, part: number): string {
	const { dir, name, ext } = parse(path);
	return join(dir, `${name}-${part}${ext}`);
}

function nameOf(wanted: string): string {
	return wanted.split(":", 1)[0] ?? "";
}

function toStdout(before: () => void): Write {
	return (text) => {
		before();
		writeOut(text);
	};
}

function toFile(path: string, files: ReportFile[]): Write {
	const file = new ReportFile(path);
	files.push(file);
	return (text) => file.write(text);
}
