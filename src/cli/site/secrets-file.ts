import { existsSync } from "node:fs";
import { parseEnv } from "node:util";
import { readText } from "../../store/read-text.ts";
import { unreadable } from "../line/failure.ts";

/**
 * Finds secrets by name: in the file, else in the environment.
 * @param file lines of `NAME=value`, which nobody else may read; null for none
 * @throws InputError
 */
export async function secretsFrom(
	file: string | null,
): Promise<(name: string) => string | undefined> {
	const kept = file === null ? {} : await secretsIn(file);
	return (name) => kept[name] ?? process.env[name];
}

/** The secrets file of a site: the named one, else one beside it, `site.secrets`, if there is one. */
export function secretsFileOf(
	site: string,
	named: string | undefined,
): string | null {
	if (named !== undefined) return named;
	const beside = secretsBeside(site);
	return existsSync(beside) ? beside : null;
}

/** `north.yaml` has its secrets in `north.secrets`. */
export function secretsBeside(site: string): string {
	return `${site.replace(/\.(ya?ml|json)$/, "")}.secrets`;
}

/**
 * The lines `NAME=value` of a file that nobody else may read.
 * @throws InputError
 */
export async function secretsIn(file: string): Promise<NodeJS.Dict<string>> {
	const text = await readText(file, { own: true }).catch((error) => {
		throw unreadable(file, error);
	});
	return parseEnv(text.replace(/^\uFEFF/, ""));
}
