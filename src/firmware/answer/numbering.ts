import {
	asTyped,
	type Numbering,
	withoutPunctuation,
} from "../../panel/state/phone-number.ts";

const made = new Map<string, Promise<Numbering>>();

/**
 * How a country writes phone numbers: national and international forms become
 * E.164 where the country's plan knows the number. The plans are loaded for a
 * country only: most panels have none.
 *
 * @param country ISO 3166-1 alpha-2; "", and one that has no plan, leave all as typed
 */
export async function numberingOf(country: string): Promise<Numbering> {
	if (country === "") return asTyped;
	const known = made.get(country) ?? planOf(country);
	made.set(country, known);
	return await known;
}

async function planOf(country: string): Promise<Numbering> {
	const { isSupportedCountry, parsePhoneNumberFromString } = await import(
		"libphonenumber-js/min"
	);
	if (!isSupportedCountry(country)) return asTyped;
	return {
		country,
		normal(text) {
			const bare = withoutPunctuation(text);
			// A name that ends in somebody's number is not that number.
			if (!/^\+?[0-9]{3,20}$/.test(bare)) return bare;
			const number = parsePhoneNumberFromString(bare, {
				defaultCountry: country,
				extract: false,
			});
			return number?.isValid() ? number.number : bare;
		},
	};
}
