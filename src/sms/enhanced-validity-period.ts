import { howMany } from "../how-many.ts";
/**
 * The enhanced format of TP-VP: seven octets, of which the first says how the
 * others are read (3GPP TS 23.040, 9.2.3.12.3).
 */
import type { Explanation } from "./octet-reader.ts";
import type { OctetWriter } from "./octet-writer.ts";
import { decodeRelative, encodeRelative } from "./relative-validity-period.ts";
import { decodeTwoDigits, encodeTwoDigits } from "./semi-octets.ts";

/** What an enhanced validity period says about the time. */
export type EnhancedPeriod =
	| { readonly unit: "none" }
	/** In the steps of the relative format. */
	| { readonly unit: "minutes"; readonly minutes: number }
	/** 0 to 255. */
	| { readonly unit: "seconds"; readonly seconds: number }
	/** Two digits each. */
	| {
			readonly unit: "clock";
			readonly hours: number;
			readonly minutes: number;
			readonly seconds: number;
	  }
	/** One that the standard keeps for later or that is malformed: all seven octets. */
	| { readonly unit: "reserved"; readonly octets: Uint8Array };

export interface EnhancedValidityPeriod {
	readonly format: "enhanced";
	/** Whether the service centre tries only once. */
	readonly singleShot: boolean;
	readonly period: EnhancedPeriod;
}

const singleShotBit = 0x40;

/** Puts the seven octets. */
export function encodeEnhanced(
	writer: OctetWriter,
	path: string,
	{ singleShot, period }: EnhancedValidityPeriod,
): void {
	if (period.unit === "reserved") {
		if (period.octets.length !== 7) writer.fail(path, "takes seven octets");
		writer.octets(period.octets);
		return;
	}
	const wrong = period.unit === "clock" ? notTwoDigits(period) : undefined;
	if (wrong !== undefined) writer.fail(path, `${wrong} is not two digits`);
	const [kind, ...values] = octetsOf(period);
	writer.octet(path, kind | (singleShot ? singleShotBit : 0));
	for (const value of values) writer.octet(path, value);
	writer.octets(new Uint8Array(6 - values.length));
}

function octetsOf(
	period: Exclude<EnhancedPeriod, { unit: "reserved" }>,
): [kind: number, ...values: number[]] {
	switch (period.unit) {
		case "none":
			return [0];
		case "minutes":
			return [1, encodeRelative(period.minutes)];
		case "seconds":
			return [2, period.seconds];
		case "clock": {
			const { hours, minutes, seconds } = period;
			return [3, ...[hours, minutes, seconds].map(encodeTwoDigits)];
		}
	}
}

function notTwoDigits({
	hours,
	minutes,
	seconds,
}: Extract<EnhancedPeriod, { unit: "clock" }>): number | undefined {
	return [hours, minutes, seconds].find(
		(value) => !Number.isInteger(value) || value < 0 || value > 99,
	);
}

/** The meaning of any seven octets. */
export function decodeEnhanced(octets: Uint8Array): EnhancedValidityPeriod {
	const [first = 0] = octets;
	return {
		format: "enhanced",
		singleShot: (first & singleShotBit) !== 0,
		period: periodIn(first & ~singleShotBit, octets),
	};
}

function periodIn(kind: number, octets: Uint8Array): EnhancedPeriod {
	const [, value = 0, ...others] = octets;
	if (kind === 0) return { unit: "none" };
	if (kind === 1) return { unit: "minutes", minutes: decodeRelative(value) };
	if (kind === 2) return { unit: "seconds", seconds: value };
	const [hours, minutes, seconds] = [value, ...others].map(decodeTwoDigits);
	const clock = kind === 3 && hours != null && minutes != null;
	return clock && seconds != null
		? { unit: "clock", hours, minutes, seconds }
		: { unit: "reserved", octets };
}

/** The seven octets in words. */
export function describeEnhanced(octets: Uint8Array): Explanation {
	const { singleShot, period } = decodeEnhanced(octets);
	return {
		value: writePeriod(period),
		meaning: singleShot ? "enhanced; tried only once" : "enhanced",
	};
}

function writePeriod(period: EnhancedPeriod): string {
	switch (period.unit) {
		case "none":
			return "no period";
		case "minutes":
			return howMany(period.minutes, "minute");
		case "seconds":
			return howMany(period.seconds, "second");
		case "clock":
			return `${period.hours} h ${period.minutes} min ${period.seconds} s`;
		case "reserved":
			return "reserved";
	}
}
