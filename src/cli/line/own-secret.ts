import { readText } from "../../store/read-text.ts";
import { whyUnread } from "../../store/system-error.ts";
import { InputError } from "./exit-code.ts";

/**
 * A secret in a file of its own, which its owner alone may read; blanks and the end
 * of the line around it are no part of it.
 * @param option that names the file
 * @throws InputError where others may read it too, or it holds nothing
 */
export async function ownSecret(option: string, file: string): Promise<string> {
	const fail = (error: unknown): never => {
		throw new InputError(`${option}: cannot read ${file}: ${whyUnread(error)}`);
	};
	const text = await readText(file, { own: true }).catch(fail);
	const secret = text.trim();
	if (secret === "") throw new InputError(`${option}: ${file} is empty`);
	return secret;
}
