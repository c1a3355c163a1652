/**
 * An instant as written: ISO 8601 with a date; without an offset it is UTC.
 * @returns milliseconds since 1970-01-01T00:00:00Z, null for any other text
 */
export function instantOf(text: string): number | null {
	const iso =
		/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?)?(Z|[+-]\d{2}:\d{2})?$/;
	if (!iso.test(text)) return null;
	const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(text.slice(10));
	const instant = Date.parse(zoned || text.length === 10 ? text : `${text}Z`);
	return Number.isNaN(instant) ? null : instant;
}

/** An instant as `instantOf` reads it; milliseconds are left out where they are 0. */
export function instantText(instant: number): string {
	return new Date(instant).toISOString().replace(".000Z", "Z");
}
