/**
 * Addresses: who sends and who receives (3GPP TS 23.040, 9.1.2.5). On the wire
 * a length in semi-octets, the type of address, and digits or packed GSM-7.
 */
import {
	decodeGsm7,
	encodeGsm7,
	isGsm7,
	packSeptets,
	septetCount,
	unpackSeptets,
} from "./gsm7.ts";
import type { OctetReader } from "./octet-reader.ts";
import type { OctetWriter } from "./octet-writer.ts";
import {
	decodeSemiOctets,
	encodeSemiOctets,
	isSemiOctets,
} from "./semi-octets.ts";
import {
	decodeTypeOfAddress,
	describeTypeOfAddress,
	encodeTypeOfAddress,
	isdn,
	type TypeOfNumber,
} from "./type-of-address.ts";

/** A number or a name, with what kind of number it is. */
export interface Address {
	readonly ton: TypeOfNumber;
	/** Numbering plan identification, 0 to 15; 1 is the telephone numbering plan. */
	readonly npi: number;
	/**
	 * The digits (also `*`, `#`, `a`, `b`, `c`) without any `+`, at most 20; of an
	 * alphanumeric address the name in GSM-7, at most 11 septets.
	 */
	readonly number: string;
}

const maximumSemiOctets = 20;
const maximumSeptets = 11;

/** Puts a TP-OA, TP-DA or TP-RA; faults are `<path>.digits` and `<path>.toa`. */
export function encodeAddress(
	writer: OctetWriter,
	path: string,
	address: Address,
): void {
	const { ton, npi, number } = address;
	const named = ton === "alphanumeric";
	const fault = named ? nameFault(number) : numberFault(number);
	if (fault !== null) {
		writer.fail(`${path}.digits`, fault);
		return;
	}
	const septets = named ? encodeGsm7(number) : new Uint8Array();
	const semiOctets = named
		? Math.ceil((septets.length * 7) / 4)
		: number.length;
	writer.octet(`${path}.length`, semiOctets);
	writer.octet(`${path}.toa`, encodeTypeOfAddress(ton, npi));
	writer.octets(named ? packSeptets(septets) : encodeSemiOctets(number));
}

/** Takes a TP-OA, TP-DA or TP-RA: `<path>.length`, `<path>.toa`, `<path>.digits`. */
export function decodeAddress(reader: OctetReader, path: string): Address {
	const start = reader.offset;
	const length = reader.octet(`${path}.length`, (octet) => ({
		value: String(octet),
		meaning: "semi-octets in the address",
	}));
	if (length > maximumSemiOctets) {
		reader.fail(
			`${path}.length`,
			start,
			`an address has at most ${maximumSemiOctets} semi-octets, not ${length}`,
		);
	}
	const toa = reader.octet(`${path}.toa`, describeTypeOfAddress);
	const { ton, npi } = decodeTypeOfAddress(toa);
	const octets = reader.octets(
		`${path}.digits`,
		Math.ceil(length / 2),
		(taken) => ({
			value: writeAddress({ ton, npi, number: digits(taken, length, ton) }),
			meaning: ton === "alphanumeric" ? "name" : "number",
		}),
	);
	return { ton, npi, number: digits(octets, length, ton) };
}

/**
 * An address as people write it: `+31612345678` international, digits alone
 * any other number, a name as it is. A name that looks like a number stands in
 * double quotes, because anybody can send under any name and must not pass for
 * the number.
 */
export function writeAddress({ ton, number }: Address): string {
	if (ton === "alphanumeric" && number !== "") {
		return looksLikeNumber(number) || isQuoted(number) ? `"${number}"` : number;
	}
	return ton === "international" && number !== "" ? `+${number}` : number;
}

/**
 * The address that people mean: with `+` an international number; digits, `*`
 * and `#` alone a national number or a short code (sent as type unknown, for
 * the network to interpret); anything else a name. The inverse of
 * {@link writeAddress} but for types that look alike. Whether it fits into a
 * PDU is seen when it is encoded.
 */
export function readAddress(text: string): Address {
	if (!looksLikeNumber(text)) {
		const number = isQuoted(text) ? text.slice(1, -1) : text;
		return { ton: "alphanumeric", npi: 0, number };
	}
	return text.startsWith("+")
		? { ton: "international", npi: isdn, number: text.slice(1) }
		: { ton: "unknown", npi: isdn, number: text };
}

function looksLikeNumber(text: string): boolean {
	return /^\+?[0-9*#]*$/.test(text);
}

function isQuoted(text: string): boolean {
	return /^".*"$/s.test(text);
}

function digits(octets: Uint8Array, length: number, ton: TypeOfNumber): string {
	if (ton !== "alphanumeric") return decodeSemiOctets(octets, length);
	const septets = unpackSeptets(octets, Math.floor((length * 4) / 7));
	// Networks that round the length up to whole octets make 8 septets of 7: the
	// last is no @ but the bits that were left over.
	const surplus = septets.length === 8 && septets[7] === 0;
	return decodeGsm7(surplus ? septets.slice(0, 7) : septets);
}

function numberFault(number: string): string | null {
	if (!isSemiOctets(number)) {
		return `${JSON.stringify(number)} is not made of 0 to 9, *, #, a, b and c`;
	}
	return number.length > maximumSemiOctets
		? `at most ${maximumSemiOctets} digits, this has ${number.length}`
		: null;
}

function nameFault(name: string): string | null {
	if (!isGsm7(name)) return `${JSON.stringify(name)} is not all GSM-7`;
	const septets = septetCount(name);
	return septets > maximumSeptets
		? `a name has at most ${maximumSeptets} characters, this has ${septets}`
		: null;
}
