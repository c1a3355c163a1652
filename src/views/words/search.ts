/** What a command can be found by. */
export interface Findable {
	readonly word: string;
	readonly help: string;
	readonly synonyms: readonly string[];
}

/** Whether each word that is looked for begins a word that is said of a command. */
export function isFoundBy(
	wanted: string,
	{ word, help, synonyms }: Findable,
): boolean {
	const said = [word, help, ...synonyms]
		.join(" ")
		.toLowerCase()
		.split(/[^a-z0-9?]+/);
	return wanted
		.toLowerCase()
		.split(/\s+/)
		.every((each) => said.some((begun) => begun.startsWith(each)));
}
