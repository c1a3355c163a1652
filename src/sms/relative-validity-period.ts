/**
 * The relative format of TP-VP: one octet, in steps that grow with the length
 * (3GPP TS 23.040, 9.2.3.12.1).
 */
const hour = 60;
const day = 24 * hour;
const week = 7 * day;

/** A relative period (octet 0 to 255) in minutes: 5 minutes to 63 weeks. */
export function decodeRelative(octet: number): number {
	if (octet <= 143) return (octet + 1) * 5;
	if (octet <= 167) return 12 * hour + (octet - 143) * 30;
	if (octet <= 196) return (octet - 166) * day;
	return (octet - 192) * week;
}

/**
 * Minutes to the octet of the shortest period that is not shorter; what is
 * beyond 63 weeks becomes 63 weeks.
 */
export function encodeRelative(minutes: number): number {
	if (!(minutes > 5)) return 0;
	if (minutes <= 12 * hour) return Math.ceil(minutes / 5) - 1;
	if (minutes <= day) return Math.ceil((minutes - 12 * hour) / 30) + 143;
	if (minutes <= 30 * day) return Math.ceil(minutes / day) + 166;
	return Math.min(255, Math.ceil(minutes / week) + 192);
}
