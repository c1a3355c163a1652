import { existsSync, statSync } from "node:fs";
import { parseEnv } from "node:util";
import { readText } from "../../store/read-text.ts";
import { InputError } from "../line/exit-code.ts";
import { unreadable } from "../line/failure.ts";

/** What others may do with a file. */
const OTHERS = 0o077;

/**
 * Finds secrets by name: in the file, else in the environment.
 * @param file lines of `NAME=value`, which nobody else may read; null for none
 * @throws InputError
 */
export async function secretsFrom(
	file: string | null,
): Promise<(name: string) => string | undefined> {
	const kept = file === null ? {} : await read(file);
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

async function read(file: string): Promise<NodeJS.Dict<string>> {
	try {
		const { mode } = statSync(file);
		if (process.platform !== "win32" && (mode & OTHERS) !== 0)
			throw new InputError(
				`${file}: others can read it; chmod 600 ${file} and use it then`,
			);
		return parseEnv(await readText(file));
	} catch (error) {
		if (error instanceof InputError) throw error;
		throw unreadable(file, error);
	}
}
