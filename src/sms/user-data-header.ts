import { howMany } from "../how-many.ts";
/**
 * The user data header: information elements in front of the text (3GPP TS
 * 23.040, 9.2.3.24). All are kept; the panel acts on concatenation and on the
 * tables of national languages only.
 */
import type { Gsm7Tables } from "./gsm7.ts";
import { languageOf, nationalTables, type Shift } from "./national-language.ts";
import type { Explanation, OctetReader } from "./octet-reader.ts";
import type { OctetWriter } from "./octet-writer.ts";

/** One element as it stands, known or not. */
export interface InformationElement {
	/** IEI, 0 to 255. */
	readonly id: number;
	/** At most 137 octets, else the header does not fit into an SMS. */
	readonly data: Uint8Array;
}

/** Which part of a longer message this is. */
export interface Concatenation {
	/** How wide the reference is on the wire; the same number in 8 and in 16 bits are two references. */
	readonly bits: 8 | 16;
	readonly reference: number;
	/** 1 to 255. */
	readonly total: number;
	/** 1 for the first, at most `total`. */
	readonly number: number;
}

const concatenation8 = 0x00;
const concatenation16 = 0x08;
const shiftIds: Readonly<Record<Shift, number>> = {
	single: 0x24,
	locking: 0x25,
};

const elementNames: ReadonlyMap<number, string> = new Map([
	[0x01, "special message indication"],
	[0x04, "application ports, 8 bits"],
	[0x05, "application ports, 16 bits"],
	[0x06, "service centre control"],
	[0x07, "user data header source"],
	[0x09, "wireless control message protocol"],
	[0x0a, "text formatting"],
	[0x20, "RFC 5322 e-mail header"],
	[0x22, "reply address"],
	[shiftIds.single, "national language single shift"],
	[shiftIds.locking, "national language locking shift"],
]);

/** Octets that the header takes with its length octet; 0 without elements. */
export function headerLength(header: readonly InformationElement[]): number {
	if (header.length === 0) return 0;
	return header.reduce((sum, { data }) => sum + 2 + data.length, 1);
}

/** Puts the length octet and the elements; nothing for no elements. */
export function encodeUserDataHeader(
	writer: OctetWriter,
	path: string,
	header: readonly InformationElement[],
): void {
	if (header.length === 0) return;
	writer.octet(`${path}.length`, headerLength(header) - 1);
	for (const [index, { id, data }] of header.entries()) {
		writer.octet(`${path}.ie[${index}].id`, id);
		writer.octet(`${path}.ie[${index}].length`, data.length);
		writer.octets(data);
	}
}

/**
 * Takes the length octet as `<path>.length` and the elements as
 * `<path>.ie[0]` and on. A last element that is cut short makes the whole
 * header void, as the standard asks: it is taken, and there are no elements.
 * @param room octets that the user data has for the header; more is a fault.
 */
export function decodeUserDataHeader(
	reader: OctetReader,
	path: string,
	room: number,
): InformationElement[] {
	const start = reader.offset;
	const length = reader.octet(`${path}.length`, (octet) => ({
		value: String(octet),
		meaning: "octets of header elements that follow",
	}));
	if (length + 1 > room) {
		const message = `the header has ${howMany(length, "octet")}, the user data ${room - 1} for it`;
		reader.fail(`${path}.length`, start, message);
		return [];
	}
	const header: InformationElement[] = [];
	let left = length;
	while (left > 0 && reader.error === null) {
		const size = left < 2 ? Number.POSITIVE_INFINITY : 2 + reader.peek(1);
		if (size > left) {
			reader.octets(`${path}.malformed`, left, () => ({
				value: "malformed",
				meaning: "an element is cut short, so the whole header is ignored",
			}));
			return [];
		}
		const octets = reader.octets(
			`${path}.ie[${header.length}]`,
			size,
			describeElement,
		);
		header.push({ id: octets[0] ?? 0, data: octets.slice(2) });
		left -= size;
	}
	return header;
}

/** The element that says which part of a message this is. */
export function encodeConcatenation({
	bits,
	reference,
	total,
	number,
}: Concatenation): InformationElement {
	return bits === 8
		? { id: concatenation8, data: Uint8Array.of(reference, total, number) }
		: {
				id: concatenation16,
				data: Uint8Array.of(reference >> 8, reference, total, number),
			};
}

/**
 * Which part of a longer message this is, by the last concatenation element in
 * the header; null without one. An element that makes no sense (part 0, part 3
 * of 2, wrong length) is passed over, as the standard asks.
 */
export function decodeConcatenation(
	header: readonly InformationElement[],
): Concatenation | null {
	for (const { id, data } of header.toReversed()) {
		const found = concatenationIn(id, data);
		if (found !== null) return found;
	}
	return null;
}

/**
 * The tables that GSM-7 text behind the header is written in: for each shift
 * that of the last element that names one, else the default one. An element that
 * names none (a reserved identifier, wrong length) is passed over, as the
 * standard asks.
 */
export function tablesNamedIn(
	header: readonly InformationElement[],
): Gsm7Tables {
	return nationalTables(
		identifierIn(header, "locking"),
		identifierIn(header, "single"),
	);
}

function concatenationIn(id: number, data: Uint8Array): Concatenation | null {
	const bits = id === concatenation8 ? 8 : 16;
	if (id !== concatenation8 && id !== concatenation16) return null;
	if (data.length !== (bits === 8 ? 3 : 4)) return null;
	const [number = 0, total = 0, low = 0, high = 0] = data.toReversed();
	if (number === 0 || number > total) return null;
	return { bits, reference: (high << 8) | low, total, number };
}

/** The national language identifier that counts; 0 without one. */
function identifierIn(
	header: readonly InformationElement[],
	shift: Shift,
): number {
	const naming = header.findLast(
		({ id, data }) => id === shiftIds[shift] && namedBy(id, data) !== null,
	);
	return naming?.data[0] ?? 0;
}

/** The language that an element names a table of; null for any other element. */
function namedBy(id: number, data: Uint8Array): string | null {
	const [identifier = 0] = data;
	if (data.length !== 1) return null;
	if (id === shiftIds.single) return languageOf("single", identifier);
	return id === shiftIds.locking ? languageOf("locking", identifier) : null;
}

function describeElement(octets: Uint8Array): Explanation {
	const [id = 0, , ...data] = octets;
	const part = concatenationIn(id, Uint8Array.from(data));
	if (part !== null) {
		return {
			value: `part ${part.number} of ${part.total}`,
			meaning: `concatenation, ${part.bits}-bit reference ${part.reference}`,
		};
	}
	const language = namedBy(id, Uint8Array.from(data));
	return {
		value:
			language ?? `element 0x${id.toString(16).padStart(2, "0").toUpperCase()}`,
		meaning: meaningOf(id, language),
	};
}

function meaningOf(id: number, language: string | null): string {
	const name = elementNames.get(id) ?? "unknown, kept";
	const shift = id === shiftIds.single || id === shiftIds.locking;
	return shift && language === null
		? `${name}, names no table known here`
		: name;
}
