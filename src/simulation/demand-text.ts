/**
 * Holds callers without types to them.
 * @param what it is, in words
 * @throws TypeError for what is no text
 */
export function demandText(what: string, text: unknown): void {
	if (typeof text !== "string")
		throw new TypeError(`${what}: a string, not ${typeof text}`);
}
