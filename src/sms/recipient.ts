/** A number that somebody wrote down to send an SMS to. */
export type Recipient =
	| {
			readonly ok: true;
			/** As it is dialled: `+15550101`. */
			readonly number: string;
			/** What may be wrong with it; null where nothing is. */
			readonly warning: string | null;
	  }
	| { readonly ok: false; readonly reason: string };

// 3GPP TS 23.040, 9.1.2.5: twenty semi-octets.
const mostDigits = 20;
/** E.164, 6.1. */
const longestInternational = 15;
/** Services have such numbers, and no other form of them. */
const longestShortCode = 6;

/**
 * Reads the number of a recipient: digits, `*`, `#`, `a`, `b`, `c`, and a `+`
 * in front of a country code. A number that no address can carry is refused; one that means
 * somebody else in another country gets a warning. Total.
 */
export function readRecipient(text: string): Recipient {
	const wrong = (why: string) =>
		({
			ok: false,
			reason: `${JSON.stringify(text)} is no number: ${why}`,
		}) as const;
	const [, plus = "", digits = ""] = /^(\+?)(.*)$/s.exec(text) ?? [];
	if (digits === "") return wrong("it has no digits");
	if (digits.includes("+")) return wrong("a + may stand only in front");
	const strange = /[^\d*#abc]/.exec(digits)?.[0];
	if (strange !== undefined) {
		const sign = strange === " " ? "a space" : JSON.stringify(strange);
		return wrong(
			`${sign} cannot be dialled; write it like +15550101${text.includes(";") ? ", several with commas" : ""}`,
		);
	}
	if (digits.length > mostDigits)
		return wrong(`it has ${digits.length} digits, at most ${mostDigits} fit`);
	if (plus !== "" && !/^[1-9]\d*$/.test(digits))
		return wrong("after the + come a country code and digits only");
	const warning = doubtAbout(plus !== "", digits);
	return {
		ok: true,
		number: text,
		warning: warning === null ? null : `${text}: ${warning}`,
	};
}

function doubtAbout(international: boolean, digits: string): string | null {
	if (international)
		return digits.length > longestInternational
			? `longer than any number of a country (${longestInternational} digits)`
			: null;
	if (digits.startsWith("00"))
		return `00 is not dialled in SMS everywhere; write +${digits.slice(2)}`;
	return /^\d+$/.test(digits) && digits.length > longestShortCode
		? "a national number: its meaning depends on the SIM's country; write + and the country code in front"
		: null;
}
