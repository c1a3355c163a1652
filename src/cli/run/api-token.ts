import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createFile } from "../../store/durable-file.ts";
import { codeOf, reasonOf } from "../../store/system-error.ts";
import { InputError } from "../line/exit-code.ts";

/** Where the token of a panel's API is kept. */
export function tokenFile(file: string): string {
	return join(dirname(file), `.${basename(file)}.token`);
}

/**
 * The token that every request to a panel's API has to bring. It is drawn once, and
 * kept in a file of its own, which its owner alone may read.
 * @throws InputError where it can be neither read nor written
 */
export async function tokenBeside(file: string): Promise<string> {
	const path = tokenFile(file);
	try {
		await createFile(path, `${randomBytes(24).toString("base64url")}\n`);
	} catch (error) {
		if (codeOf(error) !== "EEXIST")
			throw new InputError(`--http: cannot write ${path}: ${reasonOf(error)}`);
	}
	const token = (await readFile(path, "utf8")).trim();
	if (/^[\w-]{16,200}$/.test(token)) return token;
	throw new InputError(
		`--http: ${path} holds no token of 16 characters or more; remove it, and a new one is drawn`,
	);
}
