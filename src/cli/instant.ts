import { UsageError } from "./exit-code.ts";

/**
 * An instant as typed: ISO 8601 with a date; without an offset it is UTC.
 * @returns milliseconds since 1970-01-01T00:00:00Z
 * @throws UsageError
 */
export function instantOf(text: string): number {
	const iso =
		/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?)?(Z|[+-]\d{2}:\d{2})?$/;
	const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(text.slice(10));
	const instant = Date.parse(zoned || text.length === 10 ? text : `${text}Z`);
	if (!iso.test(text) || Number.isNaN(instant))
		throw new UsageError(
			`--at: an instant like 2026-11-20T10:00:00Z, not ${text}`,
		);
	return instant;
}
