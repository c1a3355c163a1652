/** Phone numbers in commands, with their type of address as a number. */
import { type Address, readAddress, writeAddress } from "../../sms/address.ts";
import {
	decodeTypeOfAddress,
	encodeTypeOfAddress,
} from "../../sms/type-of-address.ts";
import { type CharacterSet, fromLine } from "./character-set.ts";

/** With `+` where it is written or where the type of address is 145 (international). */
function numberFromLine(text: string, type: string | undefined): string | null {
	const number = text.replace(/[ ()-]/g, "");
	if (!/^\+?[0-9*#]{1,20}$/.test(number)) return null;
	const international =
		type !== undefined &&
		/^\d{1,3}$/.test(type) &&
		decodeTypeOfAddress(Number(type)).ton === "international";
	return international && !number.startsWith("+") ? `+${number}` : number;
}

/**
 * The number in an argument of a command, written in the chosen character set
 * or in plain digits; null where it is no number.
 */
export function numberArgument(
	argument: string,
	type: string | undefined,
	charset: CharacterSet,
): string | null {
	return (
		numberFromLine(fromLine(charset, argument), type) ??
		numberFromLine(argument, type)
	);
}

/** As {@link numberArgument}, as an address. */
export function addressArgument(
	argument: string,
	type: string | undefined,
	charset: CharacterSet,
): Address | null {
	const number = numberArgument(argument, type, charset);
	return number === null ? null : readAddress(number);
}

/** 145 for an international number, 129 for another. */
export function typeOfAddressNumber({ ton, npi }: Address): number {
	return encodeTypeOfAddress(ton, npi);
}

/** An address as text mode shows it, without the quotes that set a name apart. */
export function shownAddress(address: Address): string {
	return address.ton === "alphanumeric"
		? address.number
		: writeAddress(address);
}
