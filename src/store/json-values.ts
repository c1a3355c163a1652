/** Most values of a document that is checked whole; a panel's file has some thousand. */
export const MOST_VALUES = 50_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** `,`, `[` and `{`: with each, one more value begins. */
const BEGINS: ReadonlySet<number> = new Set([0x2c, 0x5b, 0x7b]);

/**
 * Whether a JSON text has more values than are checked. The check keeps a kilobyte
 * for each that is wrong, and a file of some megabytes has millions. Total; nothing
 * of the text is kept.
 */
export function hasTooManyValues(text: string, most = MOST_VALUES): boolean {
	let values = 1;
	let isQuoted = false;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (isQuoted && code === BACKSLASH) at += 1;
		else if (code === QUOTE) isQuoted = !isQuoted;
		else if (!isQuoted && BEGINS.has(code)) {
			values += 1;
			if (values > most) return true;
		}
	}
	return false;
}
