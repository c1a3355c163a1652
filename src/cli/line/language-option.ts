import { readFileSync, statSync } from "node:fs";
import { readLanguageText } from "../../models/language-text.ts";
import { addLanguage } from "../../models/models.ts";
import { textOf } from "../../store/read-text.ts";
import { InputError } from "./exit-code.ts";
import { unreadable } from "./failure.ts";

/**
 * Makes the language of a file known, so that a model of its name is there.
 *
 * @returns its name
 * @throws InputError for a file that cannot be read or has faults
 */
export function useLanguageFile(file: string): string {
	const { faults, file: language } = readLanguageText(languageTextIn(file));
	if (faults === null) return addLanguage(language).name;
	const [first] = faults;
	throw new InputError(
		`${file}:${first?.line}:${first?.column}: ${first?.path ? `${first.path}: ` : ""}${first?.rule}; alarmpanel dialect check says all`,
	);
}

/** @throws InputError for a file that cannot be read */
export function languageTextIn(file: string): string {
	try {
		if (!statSync(file).isFile()) throw new Error("it is no file");
		return textOf(readFileSync(file));
	} catch (error) {
		throw unreadable(file, error);
	}
}
