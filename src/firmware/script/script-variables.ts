/** What the variables of a script stand for, by name. */
export type Values = ReadonlyMap<string, string>;

/**
 * `$name` is a variable: a letter, then letters, digits and underscores, all of
 * ASCII. `$$` is a dollar sign. Braces stay what they are: they are the answers'.
 */
const variable = /\$(?:\$|([A-Za-z][A-Za-z0-9_]*))/g;

/** Names of the variables in a text, each once, in order. */
export function variablesIn(text: string): readonly string[] {
	const names = [...text.matchAll(variable)].flatMap(([, name]) => name ?? []);
	return [...new Set(names)];
}

/** Whether a dollar sign stands in a text that is neither a variable nor doubled. */
export function hasLooseDollar(text: string): boolean {
	return text.replace(variable, "").includes("$");
}

/** A text with its variables put in, once: what a value holds is nothing but text. */
export function withValues(text: string, values: Values): string {
	return text.replace(variable, (_, name?: string) =>
		name === undefined ? "$" : (values.get(name) ?? ""),
	);
}
