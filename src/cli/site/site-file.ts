import type { Model } from "../../models/model.ts";
import { type ReadSite, siteOf } from "../../plan/site/read-site.ts";
import { variablesIn } from "../../plan/site/references.ts";
import type { Site } from "../../plan/site/site.ts";
import type { SiteFault } from "../../plan/site/site-fault.ts";
import { type SiteSource, siteSource } from "../../plan/site/site-source.ts";
import type { Substitutes } from "../../plan/site/substitution.ts";
import { readText } from "../../store/read-text.ts";
import { siteFaultsText } from "../../views/sites/site-faults.ts";
import { InputError, UsageError } from "../line/exit-code.ts";
import { unreadable } from "../line/failure.ts";
import { secretsBeside } from "./secrets-file.ts";

/** A site's text, taken apart; a template is read once for many sites. */
export interface SiteFile {
	readonly file: string;
	readonly text: string;
	readonly source: SiteSource;
}

/** @throws InputError, with every place that is wrong */
export async function readSiteFile(file: string): Promise<SiteFile> {
	const text = await readText(file).then(
		(content) => content.replace(/^\uFEFF/, ""),
		(error) => {
			throw unreadable(file, error);
		},
	);
	const source = siteSource(text);
	if ("faults" in source) throw wrong(file, text, source.faults);
	// Who names nothing meant another file, or has lost what stood in it.
	if (source.root === null)
		throw new InputError(
			`${file}: the site is empty; it names what the panel is to have, such as users`,
		);
	return { file, text, source };
}

/**
 * Refuses a variable that stands nowhere in a site: who gives one meant another name.
 * @throws UsageError
 */
export function refuseUnused(
	variables: ReadonlyMap<string, string>,
	{ file, text }: SiteFile,
): void {
	const used = variablesIn(text);
	const stray = [...variables.keys()].find((name) => !used.includes(name));
	if (stray === undefined) return;
	const there =
		used.length === 0
			? "it has no variables"
			: `it has ${used.map((name) => `{{${name}}}`).join(", ")}`;
	throw new UsageError(`--var ${stray}: ${file} has no {{${stray}}}; ${there}`);
}

/** @throws InputError, with every place that is wrong */
export function siteIn(
	{ file, text, source }: SiteFile,
	substitutes: Substitutes,
	model: Model,
): Site {
	const read: ReadSite = siteOf(source, substitutes, model);
	if (!read.ok) throw wrong(file, text, read.faults);
	return read.site;
}

function wrong(
	file: string,
	text: string,
	faults: readonly SiteFault[],
): InputError {
	const many = `${faults.length} things are wrong with the site`;
	return new InputError(
		[
			faults.length === 1 ? "the site is wrong" : many,
			siteFaultsText(file, text, faults),
			...remedies(file, faults),
		].join("\n"),
	);
}

/** Where a name gets what stands for it. */
function remedies(file: string, faults: readonly SiteFault[]): string[] {
	const lacks = (sign: string) =>
		faults.some(({ rule }) => rule.startsWith(`nothing stands for ${sign}`));
	return [
		...(lacks("$")
			? [
					`a secret is a line NAME=value in ${secretsBeside(file)}, which only you can read, or in the environment`,
				]
			: []),
		...(lacks("{{")
			? ["a variable is --var name=value, or a column of a CSV"]
			: []),
	];
}

/**
 * Variables as the command line gives them: `name=value`.
 * @throws UsageError
 */
export function variablesOf(
	given: readonly string[],
): ReadonlyMap<string, string> {
	const variables = new Map<string, string>();
	for (const each of given) {
		const at = each.indexOf("=");
		if (at < 1) throw new UsageError(`--var ${each}: write name=value`);
		const name = each.slice(0, at);
		if (variables.has(name))
			throw new UsageError(`--var ${name} is given twice`);
		variables.set(name, each.slice(at + 1));
	}
	return variables;
}
