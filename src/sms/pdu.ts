/**
 * A PDU as it goes over an AT line in hexadecimal: the service centre's
 * address and a TPDU (3GPP TS 23.038, 23.040 and 27.005).
 *
 * This codec is ours because no npm package is correct enough. Of four that
 * were tried, none passes all of 21 encoding and 19 decoding cases:
 * node-pdu decodes well but sends exactly 160 septets as two parts and cuts
 * surrogate pairs; pdu.ts cuts escape pairs and cannot read SUBMIT; node-sms-pdu
 * and pdu fail on negative time zones, status reports and padding. node-pdu
 * serves as a second opinion in the tests.
 */
import type { Address } from "./address.ts";
import { readHex, writeHex } from "./hex.ts";
import { OctetReader } from "./octet-reader.ts";
import { OctetWriter } from "./octet-writer.ts";
import type { Decoded, Encoded } from "./pdu-error.ts";
import {
	decodeServiceCentreAddress,
	encodeServiceCentreAddress,
	looksLikeServiceCentreAddress,
} from "./service-centre-address.ts";
import { decodeTpdu, encodeTpdu, type Tpdu, type TpduType } from "./tpdu.ts";

/** A PDU read. */
export interface Pdu {
	/** The service centre; null where there is none in the PDU. */
	readonly smsc: Address | null;
	readonly tpdu: Tpdu;
	/** Octets behind the TPDU, which some modems leave there; they mean nothing. */
	readonly trailing: Uint8Array;
}

/** How to read a PDU where that is known. */
export interface PduReading {
	/** Octets of the TPDU alone, as `+CMT: ,<length>` and `+CMGR: …,<length>` tell. */
	readonly tpduLength?: number | undefined;
	/** Whether a service centre address is in front; guessed where left out. */
	readonly smsc?: "present" | "absent" | undefined;
	/** The TPDU's type, where its first octet is not to be asked. */
	readonly type?: TpduType | undefined;
}

/** A PDU ready for `AT+CMGS=<tpduLength>`. */
export interface WrittenPdu {
	readonly hex: string;
	/** Octets without those of the service centre address. */
	readonly tpduLength: number;
}

/** Writes a PDU; without `smsc` it begins with `00` and the modem uses its own. */
export function encodePdu(
	tpdu: Tpdu,
	smsc: Address | null = null,
): Encoded<WrittenPdu> {
	const head = new OctetWriter();
	encodeServiceCentreAddress(head, smsc);
	const body = new OctetWriter();
	encodeTpdu(body, tpdu);
	const front = head.encoded();
	if (!front.ok) return front;
	const back = body.encoded();
	if (!back.ok) return back;
	const hex = writeHex(front.value) + writeHex(back.value);
	return { ok: true, value: { hex, tpduLength: back.value.length } };
}

/**
 * Reads a PDU in hexadecimal as modems send it: lower case, spaces, no service
 * centre address and trailing octets are all let pass. Total: any text gives a
 * PDU or an error.
 */
export function decodePdu(hex: string, reading: PduReading = {}): Decoded<Pdu> {
	const octets = readHex(hex);
	if (!octets.ok) return octets;
	return tracePdu(octets.value, reading).decoded;
}

/** What {@link tracePdu} saw. */
export interface TracedPdu {
	readonly decoded: Decoded<Pdu>;
	/** Holds the fields that were read, if tracing, up to the first fault. */
	readonly reader: OctetReader;
}

/** Reads a PDU from octets and shows the reader that it was read with. */
export function tracePdu(
	octets: Uint8Array,
	reading: PduReading = {},
	tracing = false,
): TracedPdu {
	const as = (smsc: "present" | "absent") =>
		readAs(octets, smsc, reading.type, tracing);
	const told = reading.smsc ?? layoutByLength(octets, reading.tpduLength);
	if (told !== null) return as(told);
	const likely = looksLikeServiceCentreAddress(octets);
	const first = as(likely ? "present" : "absent");
	if (fits(first)) return first;
	const second = as(likely ? "absent" : "present");
	if (fits(second)) return second;
	return first.decoded.ok || !second.decoded.ok ? first : second;
}

function fits({ decoded }: TracedPdu): boolean {
	return decoded.ok && decoded.value.trailing.length === 0;
}

function layoutByLength(
	octets: Uint8Array,
	tpduLength: number | undefined,
): "present" | "absent" | null {
	if (octets.length === tpduLength) return "absent";
	const [length = 0] = octets;
	return octets.length - length - 1 === tpduLength ? "present" : null;
}

function readAs(
	octets: Uint8Array,
	layout: "present" | "absent",
	type: TpduType | undefined,
	tracing: boolean,
): TracedPdu {
	const reader = new OctetReader(octets, tracing);
	const smsc = layout === "present" ? decodeServiceCentreAddress(reader) : null;
	const tpdu = decodeTpdu(reader, type);
	const trailing = reader.octets("trailing", reader.remaining, (rest) => ({
		value: writeHex(rest),
		meaning: "after the end: no meaning",
	}));
	return { decoded: reader.decoded({ smsc, tpdu, trailing }), reader };
}
