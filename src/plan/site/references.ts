/** Names of the secrets that a site refers to, each once, in the order of its text. */
export function referencesIn(site: string): readonly string[] {
	const found = site.matchAll(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g);
	return [...new Set([...found].map(([, name = ""]) => name))];
}
