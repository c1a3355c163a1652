/**
 * Holds callers without types to them.
 * @param what it is, in words
 * @throws TypeError for what is no text
 */
export function demandText(what: string, text: unknown): void {
	if (typeof text !== "string")
		throw new TypeError(`${what}: a string, not ${typeof text}`);
}

/**
 * Holds callers to the options that there are: one that is mistyped would be the
 * default without a word.
 * @param what takes them
 * @throws RangeError
 */
export function demandOptions(
	what: string,
	options: object,
	known: readonly string[],
): void {
	const stranger = Object.keys(options).find((key) => !known.includes(key));
	if (stranger !== undefined)
		throw new RangeError(
			`${what}: there is no option ${stranger}; there are ${known.join(", ")}`,
		);
}

/** @throws RangeError for what cannot be the seed of chance */
export function demandSeed(seed: number): void {
	if (!Number.isSafeInteger(seed) || seed < 0)
		throw new RangeError(`seed ${seed}: a whole number from 0 on`);
}
