import type { Span } from "../../../grammar/message/span.ts";

/** One thing that is wrong with a site; the places count in its text. */
export interface SiteFault extends Span {
	/** `users.1.pin`; "" for the whole. */
	readonly path: string;
	/** The rule and what is there instead: `4 digits, this has 5`. It quotes no value. */
	readonly rule: string;
	/** Both counted from 1. */
	readonly line: number;
	readonly column: number;
}
