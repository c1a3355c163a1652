/**
 * Why a PIN is easy to guess, in words that follow "the PIN": all digits are the
 * same, or each is one more, or one less, than the digit before. 9 to 0 does not
 * count. Null for any other PIN. The panel accepts weak PINs.
 */
export function weaknessOf(pin: string): string | null {
	const digits = [...pin].map(Number);
	if (digits.length < 2) return null;
	const steps = digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0));
	const all = (step: number) => steps.every((each) => each === step);
	if (all(0)) return "is one digit repeated";
	if (all(1)) return "is a simple rising sequence";
	return all(-1) ? "is a simple falling sequence" : null;
}
