/** Brings phone numbers into one form, so that they can be compared. */
export interface Numbering {
	/** ISO 3166-1 alpha-2; "" where the country is not known. */
	readonly country: string;
	/**
	 * The form by which a number is compared: E.164 where its country's plan
	 * knows it, else as typed, without what people put between digits. Names and
	 * short codes stay what they are. Total.
	 */
	normal(text: string): string;
}

/** Numbers of a panel whose country is not known. */
export const asTyped: Numbering = { country: "", normal: withoutPunctuation };

/** A number without blanks, dashes, dots and brackets; any other text trimmed. */
export function withoutPunctuation(text: string): string {
	return dialled(text) ?? text.trim();
}

/** What is dialled, without what people put between digits; null for any other text. */
export function dialled(text: string): string | null {
	// As networks write numbers: nothing is to be taken out.
	if (isNumber(text)) return text;
	const bare = text.replace(/[\s().\-\u2010-\u2015/]/g, "");
	return isNumber(bare) ? bare : null;
}

/** Whether a text without punctuation is something that can be dialled. */
function isNumber(bare: string): boolean {
	return /^\+?[0-9*#]+$/.test(bare);
}
