import { LONGEST_WAIT } from "../conversation/conversation.ts";
import { durationOf, durationText } from "../time/duration.ts";
import { instantOf, instantText } from "../time/instant.ts";

/**
 * The instant that is so much later, or that is named.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z
 * @param until `"30s"`, `"1h 30m"` or whole milliseconds, or `"2026-11-20T10:00:00Z"` or a Date
 * @throws RangeError for what is no length of time, or an instant that has been
 */
export function instantAfter(
	now: number,
	until: string | number | Date,
): number {
	if (typeof until === "number") {
		if (Number.isInteger(until) && until >= 0 && until <= LONGEST_WAIT)
			return now + until;
		throw new RangeError(
			`advance ${until}: whole milliseconds from 0 to ${LONGEST_WAIT}`,
		);
	}
	const instant =
		until instanceof Date ? until.getTime() : instantOf(`${until}`);
	if (instant === null || Number.isNaN(instant)) {
		const duration = durationOf(`${until}`);
		if (duration !== null && duration <= LONGEST_WAIT) return now + duration;
		throw new RangeError(
			`advance ${JSON.stringify(until)}: no length of time; write "30s", "1h 30m", "250ms", or an instant like "2026-11-20T10:00:00Z"`,
		);
	}
	if (instant >= now) return instant;
	throw new RangeError(
		`advance ${instantText(instant)}: it is ${durationText(now - instant)} later already, and time never runs backwards`,
	);
}
