/**
 * The value of a claim as it is typed: a JSON value, else a bare word. A number is
 * a number only in JSON's shortest form: `0123` and `1e3` are texts.
 * @returns undefined for broken JSON
 */
export function claimValue(written: string): unknown {
	if (/^["[{]/.test(written)) {
		try {
			return JSON.parse(written);
		} catch {
			return undefined;
		}
	}
	if (written === "true") return true;
	if (written === "false") return false;
	if (written === "null") return null;
	const number = Number(written);
	return String(number) === written && Number.isFinite(number)
		? number
		: written;
}
