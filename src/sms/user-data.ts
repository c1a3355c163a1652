import { howMany } from "../how-many.ts";
/**
 * TP-UD with its length TP-UDL: a header, if any, and the text or data that
 * the coding scheme says (3GPP TS 23.040, 9.2.3.16 and 9.2.3.24).
 */
import { decodeDcs } from "./data-coding-scheme.ts";
import { decodeEightBit } from "./eight-bit-data.ts";
import {
	decodeGsm7,
	defaultTables,
	encodeGsm7,
	isGsm7,
	packedLength,
	packSeptets,
	unpackSeptets,
} from "./gsm7.ts";
import type { OctetReader } from "./octet-reader.ts";
import type { OctetWriter } from "./octet-writer.ts";
import type { TextAlphabet } from "./segments.ts";
import { decodeUcs2, encodeUcs2 } from "./ucs2.ts";
import {
	decodeUserDataHeader,
	encodeUserDataHeader,
	headerLength,
	type InformationElement,
	tablesNamedIn,
} from "./user-data-header.ts";

/** Text behind its header, which may name the tables that its GSM-7 is written in. */
export interface TextUserData {
	readonly alphabet: TextAlphabet;
	readonly header: readonly InformationElement[];
	readonly text: string;
}

/** Data behind its header, which nothing here reads as text. */
export interface BinaryUserData {
	readonly alphabet: "8-bit" | "compressed";
	readonly header: readonly InformationElement[];
	readonly octets: Uint8Array;
}

export type UserData = TextUserData | BinaryUserData;

const maximumOctets = 140;
const maximumSeptets = 160;

/** What people would see: the text, 8-bit data as Latin-1; null where it is compressed. */
export function textOf(userData: UserData): string | null {
	if ("text" in userData) return userData.text;
	return userData.alphabet === "8-bit" ? decodeEightBit(userData.octets) : null;
}

/** Puts TP-UDL and TP-UD as TP-DCS says; faults are `<path>.sm` and `<path>.udh…`. */
export function encodeUserData(
	writer: OctetWriter,
	path: string,
	dcs: number,
	userData: UserData,
): void {
	const asked = contentOf(dcs);
	if (userData.alphabet !== asked) {
		const message = `TP-DCS says ${asked}, this is ${userData.alphabet}`;
		writer.fail(`${path}.sm`, message);
		return;
	}
	if ("text" in userData && userData.alphabet === "gsm-7") {
		encodeSeptets(writer, path, userData);
		return;
	}
	const octets =
		"text" in userData ? encodeUcs2(userData.text) : userData.octets;
	const length = headerLength(userData.header) + octets.length;
	putLength(writer, path, length, maximumOctets, "octets");
	encodeUserDataHeader(writer, `${path}.udh`, userData.header);
	writer.octets(octets);
}

function encodeSeptets(
	writer: OctetWriter,
	path: string,
	{ header, text }: TextUserData,
): void {
	const tables = tablesNamedIn(header);
	if (!isGsm7(text, tables)) {
		const message =
			tables === defaultTables
				? "the text is not all GSM-7"
				: "the text is not all in the tables that its header names";
		writer.fail(`${path}.sm`, message);
		return;
	}
	const septets = encodeGsm7(text, tables);
	const before = septetsBefore(headerLength(header));
	const length = before.septets + septets.length;
	putLength(writer, path, length, maximumSeptets, "septets");
	encodeUserDataHeader(writer, `${path}.udh`, header);
	writer.octets(packSeptets(septets, before.fillBits));
}

function putLength(
	writer: OctetWriter,
	path: string,
	length: number,
	maximum: number,
	unit: string,
): void {
	if (length > maximum) {
		writer.fail(`${path}.sm`, `${length} ${unit}, ${maximum} fit`);
	}
	writer.octet(`${path}.udl`, length);
}

/** How a TP-UD is decoded. */
export interface UserDataReading {
	readonly dcs: number;
	/** TP-UDHI: whether there is a header. */
	readonly header: boolean;
	/**
	 * What to do with fewer octets than TP-UDL promises: they are a fault where
	 * somebody could act on half a text, and are taken as they are elsewhere.
	 */
	readonly cutShort: "fault" | "accepted";
}

/** Takes `<path>.udl`, the header as `<path>.udh…` and the text or data as `<path>.sm`. */
export function decodeUserData(
	reader: OctetReader,
	path: string,
	{ dcs, header: headed, cutShort }: UserDataReading,
): UserData {
	const content = contentOf(dcs);
	const septets = content === "gsm-7";
	const udl = reader.octet(`${path}.udl`, (octet) => ({
		value: String(octet),
		meaning: `${septets ? "septets" : "octets"} of user data`,
	}));
	const promised = septets ? packedLength(udl) : udl;
	const held = Math.min(promised, reader.remaining);
	if (held < promised && cutShort === "fault") {
		const message = `${howMany(promised, "octet")} promised by TP-UDL, ${held} left`;
		reader.fail(`${path}.sm`, reader.offset, message);
	}
	const start = reader.offset;
	const header =
		headed && held > 0 ? decodeUserDataHeader(reader, `${path}.udh`, held) : [];
	// The octets taken and not those of `header`: a malformed one is void but there.
	const taken = reader.offset - start;
	const read = (octets: Uint8Array): UserData => {
		if (content === "gsm-7") {
			const before = septetsBefore(taken);
			const count = Math.max(0, udl - before.septets);
			const codes = unpackSeptets(octets, count, before.fillBits);
			return {
				alphabet: content,
				header,
				text: decodeGsm7(codes, tablesNamedIn(header)),
			};
		}
		return content === "ucs-2"
			? { alphabet: content, header, text: decodeUcs2(octets) }
			: { alphabet: content, header, octets };
	};
	const octets = reader.octets(`${path}.sm`, held - taken, (octets) => ({
		value: textOf(read(octets)) ?? "compressed",
		meaning: meaningOf(content, taken, octets.length),
	}));
	return read(octets);
}

function meaningOf(
	content: UserData["alphabet"],
	header: number,
	length: number,
): string {
	const { fillBits } = septetsBefore(header);
	const fill = content === "gsm-7" && fillBits > 0;
	const words = `${content} in ${howMany(length, "octet")}`;
	const bits = howMany(fillBits, "fill bit");
	return fill ? `${words}, after ${bits}` : words;
}

function contentOf(dcs: number): UserData["alphabet"] {
	const { alphabet, compressed } = decodeDcs(dcs);
	return compressed ? "compressed" : alphabet;
}

/** Septets that a header of so many octets fills, and the bits that round it up. */
function septetsBefore(octets: number): { septets: number; fillBits: number } {
	const septets = Math.ceil((octets * 8) / 7);
	return { septets, fillBits: septets * 7 - octets * 8 };
}
