/**
 * TP-VP: how long the service centre keeps trying (3GPP TS 23.040, 9.2.3.12).
 * Its format stands in the first octet of the SUBMIT.
 */
import {
	decodeEnhanced,
	describeEnhanced,
	type EnhancedValidityPeriod,
	encodeEnhanced,
} from "./enhanced-validity-period.ts";
import type { OctetReader } from "./octet-reader.ts";
import type { OctetWriter } from "./octet-writer.ts";
import { decodeRelative, encodeRelative } from "./relative-validity-period.ts";
import {
	decodeTimestamp,
	encodeTimestamp,
	type Timestamp,
} from "./timestamp.ts";

/** From when the service centre has the message; or until a time. */
export type ValidityPeriod =
	| { readonly format: "relative"; readonly minutes: number }
	| { readonly format: "absolute"; readonly until: Timestamp }
	| EnhancedValidityPeriod;

// TP-VPF, by its value 0 to 3.
const formats = [null, "enhanced", "relative", "absolute"] as const;

/** How a validity period is written; null where a SUBMIT has none. */
export type ValidityPeriodFormat = (typeof formats)[number];

/** TP-VPF (0 to 3) to the format. */
export function decodeVpf(vpf: number): ValidityPeriodFormat {
	return formats[vpf & 3] ?? null;
}

/** The format to TP-VPF (0 to 3). */
export function encodeVpf(format: ValidityPeriodFormat): number {
	return formats.indexOf(format);
}

/** Puts a TP-VP: one octet, or seven. */
export function encodeValidityPeriod(
	writer: OctetWriter,
	path: string,
	period: ValidityPeriod,
): void {
	switch (period.format) {
		case "relative":
			writer.octet(path, encodeRelative(period.minutes));
			break;
		case "absolute":
			encodeTimestamp(writer, path, period.until);
			break;
		case "enhanced":
			encodeEnhanced(writer, path, period);
	}
}

/** Takes a TP-VP of that format; null takes nothing. */
export function decodeValidityPeriod(
	reader: OctetReader,
	path: string,
	format: ValidityPeriodFormat,
): ValidityPeriod | null {
	switch (format) {
		case null:
			return null;
		case "relative": {
			const octet = reader.octet(path, (octet) => ({
				value: `${decodeRelative(octet)} minutes`,
				meaning: "how long the service centre keeps it",
			}));
			return { format, minutes: decodeRelative(octet) };
		}
		case "absolute":
			return { format, until: decodeTimestamp(reader, path) };
		case "enhanced":
			return decodeEnhanced(reader.octets(path, 7, describeEnhanced));
	}
}
