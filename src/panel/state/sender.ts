import type { Cause } from "./event.ts";
import { asTyped, dialled, type Numbering } from "./phone-number.ts";
import { type Person, personOf, type RemoteAccess } from "./remote-access.ts";

/** Who sent a text. It is made once, when the text comes in, and used by all rules. */
export interface Sender {
	/** As the network names it, "" when withheld: this is answered. */
	readonly from: string;
	/** As the list writes it where it is a person's, else as the network does: this is logged. */
	readonly listed: string;
	/** Whose phone it is, whether that person is switched on or not; undefined is nobody's. */
	readonly person: Person | undefined;
	/**
	 * By what the sender is counted and remembered. All spellings of one number
	 * have one key, and so have all numbers of one person: `person 3`, else the
	 * number in its normal form, else `name Telfort`, which is never a number. ""
	 * when withheld.
	 */
	readonly key: string;
}

/** A text's sender as a network hands it over. */
export interface RawSender {
	/** "" when withheld. */
	readonly from: string;
	/** A name that anybody can choose. */
	readonly named?: boolean;
}

/**
 * Longest sender that is taken for one. An address of 3GPP TS 23.040 has at most
 * 20 digits or 11 characters; people put blanks and dashes between digits.
 */
const LONGEST = 40;

/** The sender as it is logged: what is longer than any address counts as withheld. */
export function boundedFrom(from: string): string {
	return from.length > LONGEST ? "" : from;
}

/** Says who sent a text. */
export function senderOf(
	{ people }: Pick<RemoteAccess, "people">,
	raw: RawSender,
	numbering: Numbering = asTyped,
): Sender {
	const from = boundedFrom(raw.from);
	const person = personBehind(people, { ...raw, from }, numbering);
	const key =
		person === undefined
			? keyOf({ ...raw, from }, numbering)
			: personKey(person.id);
	const listed =
		person === undefined ? from : listedNumber(person, from, numbering);
	return { from, listed, person, key };
}

/** The number of a person as it is written there; a network may send it as it is dialled at home. */
function listedNumber(
	{ numbers }: Person,
	from: string,
	numbering: Numbering,
): string {
	if (numbers.includes(from)) return from;
	const normal = numbering.normal(from);
	return numbers.find((number) => numbering.normal(number) === normal) ?? from;
}

/** The key of a person with any of the person's numbers. */
export function personKey(id: number): string {
	return `person ${id}`;
}

/** The key of a sender who is nobody on the list. */
export function keyOf(
	{ from, named = false }: RawSender,
	numbering: Numbering = asTyped,
): string {
	if (from === "") return "";
	const number = named ? null : dialled(from);
	if (number === null) return `name ${from}`;
	// Without a country that is the normal form already.
	return numbering === asTyped ? number : numbering.normal(from);
}

/** A name is compared with the names on the list alone, and as it is. */
function personBehind(
	people: readonly Person[],
	{ from, named = false }: RawSender,
	numbering: Numbering,
): Person | undefined {
	if (!named) return personOf({ people }, from, numbering);
	return dialled(from) !== null
		? undefined
		: people.find(({ numbers }) => numbers.includes(from));
}

/** What the sender of a text is counted and remembered by; "" where there is none. */
export function senderKey(by: Cause): string {
	return by.via === "sms" ? (by.key ?? by.from) : "";
}

/** A text of a sender as a cause. */
export function bySms({
	listed,
	key,
}: Sender): Cause & { readonly via: "sms" } {
	return { via: "sms", from: listed, key };
}
