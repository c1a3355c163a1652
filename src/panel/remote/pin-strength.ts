/**
 * What makes a PIN easy to guess, in words that follow "the PIN": all its digits
 * alike, or each one up, or one down, from the one before. From 9 it does not go
 * on to 0. Null where nothing does. The panel takes such PINs all the same.
 */
export function weaknessOf(pin: string): string | null {
	const digits = [...pin].map(Number);
	if (digits.length < 2) return null;
	const steps = digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0));
	const all = (step: number) => steps.every((each) => each === step);
	if (all(0)) return "is one digit over and over";
	if (all(1)) return "counts up";
	return all(-1) ? "counts down" : null;
}
