/** TP-ST: what became of a message (3GPP TS 23.040, 9.2.3.15). */
import type { Explanation } from "./octet-reader.ts";

/**
 * - `completed`: nothing more will happen, and it arrived as far as is known;
 * - `pending`: the service centre is still trying;
 * - `failed`: it will not arrive, and trying again would not help;
 * - `abandoned`: the service centre stopped trying for a passing reason;
 * - `reserved`: a value without a meaning.
 */
export type StatusOutcome =
	| "completed"
	| "pending"
	| "failed"
	| "abandoned"
	| "reserved";

const outcomes = ["completed", "pending", "failed", "abandoned"] as const;

const completed = [
	"received by the other end",
	"forwarded, but not known to have arrived",
	"replaced by the service centre",
];
const passing = [
	"congestion",
	"the other end is busy",
	"no response from the other end",
	"service rejected",
	"quality of service not available",
	"error at the other end",
];
const permanent = [
	"remote procedure error",
	"incompatible destination",
	"connection rejected by the other end",
	"not obtainable",
	"quality of service not available",
	"no interworking available",
	"validity period expired",
	"deleted by the sender",
	"deleted by the service centre's administration",
	"message does not exist",
];
const reasons = [completed, passing, permanent, passing];

/** What any octet 0 to 255 says. */
export function decodeStatus(octet: number): StatusOutcome {
	return outcomes[octet >> 5] ?? "reserved";
}

/** The octet in words. */
export function describeStatus(octet: number): Explanation {
	const reason = reasons[octet >> 5]?.[octet & 0x1f];
	// The upper half of each group is specific to the service centre.
	const other = octet < 0x80 && (octet & 0x10) !== 0;
	return {
		value: decodeStatus(octet),
		meaning: reason ?? (other ? "specific to the service centre" : "reserved"),
	};
}
