/**
 * An instant as written: ISO 8601 with a date; without an offset it is UTC.
 * @returns milliseconds since 1970-01-01T00:00:00Z; null for any other text, and for a day
 *   that there is not
 */
export function instantOf(text: string): number | null {
	const iso =
		/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?)?(Z|[+-]\d{2}:\d{2})?$/;
	if (!iso.test(text) || !isDay(text.slice(0, 10))) return null;
	const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(text.slice(10));
	const instant = Date.parse(zoned || text.length === 10 ? text : `${text}Z`);
	return Number.isNaN(instant) ? null : instant;
}

/** Whether there is such a day: a date of Node's takes 30 February for 2 March. */
function isDay(date: string): boolean {
	const day = Number(date.slice(8));
	return day <= 28 || new Date(Date.parse(date)).getUTCDate() === day;
}

/** An instant as `instantOf` reads it; milliseconds are left out where they are 0. */
export function instantText(instant: number): string {
	return new Date(instant).toISOString().replace(".000Z", "Z");
}
