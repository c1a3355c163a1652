import type { Address } from "../sms/address.ts";
import { writeAddress } from "../sms/address.ts";

/**
 * The network's number that a dialled number means: the number itself; with
 * `00` or nothing in place of the `+`; or in national form, with a leading 0 in
 * place of the country's calling code. Null where it means none.
 * @param isKnown whether a line has the number: `+15550101`, `1234`
 * @param callingCode of the country that the network is in: `32`; empty for none
 */
export function dialledNumber(
	dialled: Address,
	isKnown: (number: string) => boolean,
	callingCode: string,
): string | null {
	const text = writeAddress(dialled);
	const digits = text.replace(/^(\+|00)/, "");
	const home =
		callingCode !== "" && /^0[1-9]/.test(text)
			? `+${callingCode}${text.slice(1)}`
			: null;
	const readings = [text, `+${digits}`, digits, home];
	return readings.find((number) => number !== null && isKnown(number)) ?? null;
}
