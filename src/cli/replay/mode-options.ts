import { STDIN } from "../../replay/corpus/corpus-files.ts";
import { isOfEnvironment } from "../line/environment.ts";
import { UsageError } from "../line/exit-code.ts";
import { anyOf, isSaid } from "../line/unheeded.ts";
import type { ReplayOptions } from "./replay-options.ts";

type Option = keyof ReplayOptions & string;

const chosen = ["form", "columns", "sent", "filter", "shard"] as const;
const conditions = ["bail", "seed", "channel", "quirks"] as const;
const reports = ["reporter", "junitSize", "verbose", "json"] as const;
const touched = ["coverage", "coverageJson"] as const;
const workers = ["queue", "resume", "serveCorpus", "http", "expose"] as const;
const modem = ["number", "pin", "patience", "writeQuirks"] as const;
const wholeRun = [
	...[...chosen, "model", "seed", "channel", "quirks", "jobs"],
	...[...reports, ...touched, ...workers],
] as const satisfies readonly Option[];

/**
 * What is done otherwise than a run with reports, and which options it heeds: any
 * other would be ignored without a word, and is refused.
 */
const modes: readonly (readonly [mode: Option, heeds: readonly Option[]])[] = [
	["convert", [...chosen, "json"]],
	["merge", [...reports, ...touched]],
	// A digest is of a whole run of the simulator.
	["againstDigest", [...wholeRun, "digestFile"]],
	["digestFile", [...wholeRun, "againstDigest"]],
	[
		"against",
		[...chosen, "config", "model", "bail", "quirks", ...modem, "firmware"],
	],
	["shrink", [...chosen, "model", ...conditions, "watch"]],
	["schema", ["json"]],
];

/** Options that say more of another one, or of one of several. */
const needs: readonly (readonly [option: Option, ...others: Option[]])[] = [
	["config", "against"],
	["number", "against"],
	["pin", "against"],
	["patience", "against"],
	["writeQuirks", "against"],
	["firmware", "writeQuirks"],
	["resume", "queue"],
	["serveCorpus", "queue"],
	["http", "queue"],
	["expose", "queue"],
	["expose", "serveCorpus", "http"],
];

/** What somebody may have meant by an option that goes with another one. */
const hints: Partial<Record<Option, string>> = {
	config:
		"; a conversation names the panel's file that it begins with: config FILE",
};

/** Of every verb, or in the environment for good. */
const everywhere: readonly string[] = [
	...["showSecrets", "dialect", "queue", "file", "help"],
];

/** What an option is where it is not given; else nothing, or no. */
const defaults: Partial<Record<string, unknown>> = { patience: "60s", seed: 1 };

/**
 * @param isTyped whether an option stands on the line
 * @throws UsageError for options that do not go together
 */
export function checkModeOptions(
	argv: ReplayOptions,
	isTyped: (option: string) => boolean,
): void {
	// yargs also has them with dashes, and by one letter.
	const given = Object.entries(argv)
		.filter(([name, value]) => value !== defaults[name] && isSaid(value))
		.map(([name]) => name)
		.filter((name) => /^[a-z]{2,}[A-Za-z]*$/.test(name))
		// What the environment says for good is for whatever heeds it.
		.filter((name) => !isOfEnvironment(name) || isTyped(written(name)));
	for (const [mode, heeds] of modes) {
		if (!given.includes(mode)) continue;
		const heeded: readonly string[] = [mode, ...heeds, ...everywhere];
		const odd = given.find((name) => !heeded.includes(name));
		if (odd !== undefined)
			throw new UsageError(
				`--${written(mode)} and --${written(odd)} do not go together`,
			);
	}
	if (argv.convert === "transcript" && given.includes("json"))
		throw new UsageError("--convert transcript and --json do not go together");
	// On a network the panel answers as ours does.
	if (given.includes("quirks") && given.includes("channel"))
		throw new UsageError("--quirks and --channel do not go together");
	for (const [option, ...others] of needs)
		if (
			given.includes(option) &&
			!others.some((other) => given.includes(other))
		)
			throw new UsageError(
				`--${written(option)} goes with ${anyOf(others.map(written))}${hints[option] ?? ""}`,
			);
	const digest = digestOption(argv);
	if (digest !== null && argv.file?.includes(STDIN))
		throw new UsageError(`--${digest}: standard input can be read only once`);
}

/** The option of digests that is given; null for none. */
export function digestOption(argv: ReplayOptions): string | null {
	if (argv.againstDigest !== undefined) return "against-digest";
	return argv.digestFile === undefined ? null : "digest-file";
}

/** As it is typed: `junit-size`. */
function written(option: string): string {
	return option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
