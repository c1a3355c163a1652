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
	// As networks write numbers: nothing is to be taken out.
	if (isNumber(text)) return text;
	const trimmed = text.trim();
	const bare = trimmed.replace(/[\s().\-\u2010-\u2015/]/g, "");
	return isNumber(bare) ? bare : trimmed;
}

/** Whether a text is something that can be dialled, whatever stands between digits. */
export function isDialled(text: string): boolean {
	return isNumber(text) || isNumber(withoutPunctuation(text));
}

/** Whether a text without punctuation is something that can be dialled. */
function isNumber(bare: string): boolean {
	return /^\+?[0-9*#]+$/.test(bare);
}
