import { instantOf as instantIn } from "../../time/instant.ts";
import { UsageError } from "./exit-code.ts";

/**
 * An instant as typed: ISO 8601 with a date; without an offset it is UTC.
 * @returns milliseconds since 1970-01-01T00:00:00Z
 * @throws UsageError
 */
export function instantOf(text: string): number {
	const instant = instantIn(text);
	if (instant === null)
		throw new UsageError(
			`--at: an instant like 2026-11-20T10:00:00Z, not ${text}`,
		);
	return instant;
}
