/** Phone numbers as they stand in commands, with their type of address as a number. */
import { type Address, readAddress, writeAddress } from "../../sms/address.ts";
import {
	decodeTypeOfAddress,
	encodeTypeOfAddress,
} from "../../sms/type-of-address.ts";
import { type CharacterSet, fromLine } from "./character-set.ts";

/** As people write it: `+` where it is there or where the type of address (145) says so. */
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
 * The number in an argument of a command. It may stand there in the chosen
 * character set or, whatever was chosen, as it is.
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
