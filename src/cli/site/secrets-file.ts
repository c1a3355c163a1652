import { existsSync } from "node:fs";
import { parseEnv } from "node:util";
import { readText } from "../../store/read-text.ts";
import { InputError } from "../line/exit-code.ts";
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
	const content = text.replace(/^\uFEFF/, "");
	const odd = oddLine(content);
	// The line is not shown: it may be a secret.
	if (odd !== null)
		throw new InputError(`${file}:${odd}: a line is NAME=value, this is none`);
	return parseEnv(content);
}

/** The number of the first line that `parseEnv` would pass over without a word; null for none. */
function oddLine(content: string): number | null {
	/** The quote of a value that goes on over several lines. */
	let open = "";
	for (const [at, line] of content.split("\n").entries()) {
		const [, name = "", quote = "", rest = ""] =
			/^([^=]*)=\s*(["'`]?)(.*)$/s.exec(line) ?? [];
		if (open !== "") open = line.includes(open) ? "" : open;
		else if (line.trim() === "" || line.trim().startsWith("#")) continue;
		else if (name.trim() === "") return at + 1;
		else if (!rest.includes(quote)) open = quote;
	}
	return null;
}
