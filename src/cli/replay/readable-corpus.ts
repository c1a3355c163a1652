import {
	corpusFiles,
	NoCorpusError,
	unreadable,
} from "../../replay/corpus/corpus-files.ts";
import { ConfigFileError } from "../../store/config-file-error.ts";
import { NoTextFileError } from "../../store/read-text.ts";
import { codeOf } from "../../store/system-error.ts";
import { InputError } from "../line/exit-code.ts";

/**
 * The files that names, folders and globs stand for.
 * @param isEvery whether a folder stands for all files below it
 */
export async function filesOf(
	names: readonly string[],
	isEvery = false,
): Promise<readonly string[]> {
	return await readable(() => corpusFiles(names, isEvery));
}

/** Turns a missing file and a system error into an InputError. */
export async function readable<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		// It is the panel's file that is wrong, and no corpus.
		if (error instanceof ConfigFileError) throw error;
		if (error instanceof NoCorpusError) throw new InputError(error.message);
		if (error instanceof NoTextFileError)
			throw new InputError(`cannot read the corpus: ${error.message}`);
		if (codeOf(error) === null) throw error;
		throw new InputError(unreadable(error));
	}
}
