import type { Explanation } from "./octet-reader.ts";

/** Type of number, by its value 0 to 7 (3GPP TS 23.040, 9.1.2.5). */
const typesOfNumber = [
	"unknown",
	"international",
	"national",
	"network-specific",
	"subscriber",
	"alphanumeric",
	"abbreviated",
	"reserved",
] as const;

/** What kind of number an address is: `unknown` also carries short codes. */
export type TypeOfNumber = (typeof typesOfNumber)[number];

/** The telephone numbering plan (E.164). */
export const isdn = 1;

const numberingPlans: ReadonlyMap<number, string> = new Map([
	[0, "unknown plan"],
	[1, "telephone numbering plan"],
	[3, "data numbering plan"],
	[4, "telex numbering plan"],
	[5, "service centre's plan"],
	[6, "service centre's plan"],
	[8, "national plan"],
	[9, "private plan"],
	[10, "ERMES plan"],
]);

/** Type and plan to the octet, whose highest bit is always set. */
export function encodeTypeOfAddress(ton: TypeOfNumber, npi: number): number {
	return 0x80 | (typesOfNumber.indexOf(ton) << 4) | (npi & 0xf);
}

/** The octet to type and plan, for any octet; its highest bit is ignored. */
export function decodeTypeOfAddress(octet: number): {
	ton: TypeOfNumber;
	npi: number;
} {
	return {
		ton: typesOfNumber[(octet >> 4) & 7] ?? "reserved",
		npi: octet & 0xf,
	};
}

/** The octet in words. */
export function describeTypeOfAddress(octet: number): Explanation {
	const { ton, npi } = decodeTypeOfAddress(octet);
	const plan = numberingPlans.get(npi) ?? "reserved plan";
	return { value: ton, meaning: `type of number ${ton}, ${plan}` };
}
