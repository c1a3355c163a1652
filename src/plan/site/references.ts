import { REFERENCE, VARIABLE } from "./substitution.ts";

/** Names of the secrets that a site refers to, each once, in the order of its text. */
export function referencesIn(site: string): readonly string[] {
	return namesIn(site, REFERENCE);
}

/** The same of its variables. */
export function variablesIn(site: string): readonly string[] {
	return namesIn(site, VARIABLE);
}

function namesIn(site: string, form: RegExp): readonly string[] {
	const found = site.matchAll(form);
	return [...new Set([...found].map(([, name = ""]) => name))];
}
