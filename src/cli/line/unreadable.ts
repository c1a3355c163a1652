import { codeOf, reasonOf } from "../../store/system-error.ts";
import { InputError } from "./exit-code.ts";

/** What is said of a file that somebody named and that cannot be read. */
export function unreadable(file: string, error: unknown): InputError {
	const why = codeOf(error) === "ENOENT" ? "it is not there" : reasonOf(error);
	return new InputError(`cannot read ${file}: ${why}`);
}
