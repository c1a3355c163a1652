/**
 * The service centre's address in front of a TPDU, as `AT+CMGR`, `AT+CMGS` and
 * their like carry it (3GPP TS 27.005, 3.1). Unlike the addresses inside, its
 * length counts octets and includes the type of address.
 */
import type { Address } from "./address.ts";
import { writeAddress } from "./address.ts";
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
} from "./type-of-address.ts";

const maximumLength = 11;

/** Puts the address; null is one octet 00, the service centre that the modem knows. */
export function encodeServiceCentreAddress(
	writer: OctetWriter,
	smsc: Address | null,
): void {
	if (smsc === null) {
		writer.octet("smsc.length", 0);
		return;
	}
	const { ton, npi, number } = smsc;
	const digits = encodeSemiOctets(number);
	if (
		ton === "alphanumeric" ||
		!isSemiOctets(number) ||
		digits.length >= maximumLength
	) {
		const message = `${JSON.stringify(number)} is no service centre's number`;
		writer.fail("smsc.digits", message);
	}
	writer.octet("smsc.length", digits.length + 1);
	writer.octet("smsc.toa", encodeTypeOfAddress(ton, npi));
	writer.octets(digits);
}

/** Takes the address: `smsc.length`, `smsc.toa`, `smsc.digits`; null where it is empty. */
export function decodeServiceCentreAddress(
	reader: OctetReader,
): Address | null {
	const start = reader.offset;
	const length = reader.octet("smsc.length", (octet) => ({
		value: String(octet),
		meaning:
			octet === 0
				? "no service centre address: the modem's own"
				: "octets of the service centre address that follow",
	}));
	if (length > maximumLength) {
		const message = `at most ${maximumLength} octets, not ${length}`;
		reader.fail("smsc.length", start, message);
	}
	if (length === 0) return null;
	const toa = reader.octet("smsc.toa", describeTypeOfAddress);
	const { ton, npi } = decodeTypeOfAddress(toa);
	const octets = reader.octets("smsc.digits", length - 1, (taken) => ({
		value: writeAddress({ ton, npi, number: decodeSemiOctets(taken) }),
		meaning: "service centre",
	}));
	return { ton, npi, number: decodeSemiOctets(octets) };
}

/** Whether octets could begin with a service centre address rather than with a TPDU. */
export function looksLikeServiceCentreAddress(octets: Uint8Array): boolean {
	const [length = 0xff, toa = 0] = octets;
	if (length === 0) return true;
	if (length < 2 || length > maximumLength || (toa & 0x80) === 0) return false;
	const digits = octets.slice(2, length + 1);
	const last = digits.length - 1;
	return digits.every((octet, index) => {
		const filled = index === last && octet >> 4 === 0xf;
		return (octet & 0xf) <= 9 && (octet >> 4 <= 9 || filled);
	});
}
