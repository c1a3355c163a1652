import type { Address } from "../sms/address.ts";
import { writeAddress } from "../sms/address.ts";

/**
 * Which of the network's numbers somebody means who dials: the number itself;
 * with `00` or nothing in place of the `+`; or as one dials at home, with a
 * leading 0 in place of the country's calling code.
 * @param isKnown whether the network has a number, as its lines have them: `+15550101`, `1234`
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
