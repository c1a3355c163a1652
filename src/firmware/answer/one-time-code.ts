import { Secret, TOTP } from "otpauth/slim";
import { CODE_STEP } from "../../panel/remote/code-requests.ts";
import { sameSecret } from "../../same-secret.ts";
import { SECOND } from "../../time/units.ts";

/** Seconds, as authenticators count. */
const PERIOD = CODE_STEP / SECOND;
const DIGITS = 6;

/** What is wrong with a reply to a code request; the sender is not told. */
export type CodeVerdict = "ok" | "size" | "pin" | "otp";

export interface CheckedCode {
	readonly verdict: CodeVerdict;
	/** RFC 6238's T of the code; null unless it is right. */
	readonly step: number | null;
}

/** A person's credentials: an authenticator's key and a PIN. */
export interface CodeHolder {
	/** Base32; with "" no code is right. */
	readonly key: string;
	/** With "" no code is right. */
	readonly pin: string;
}

/**
 * Checks a reply: six digits of RFC 6238 (SHA-1, 30 s), then the PIN; blanks and
 * dashes are ignored. The code of the time step in which it came or was sent is
 * right, and that of the step before, unless that step or a later one was used. Everything is always compared,
 * in a time that depends on the reply's length only.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z
 * @param isUsed whether the code of a step is not right any more
 * @param sentAt when the reply was sent; the network may take its time
 */
export function checkCode(
	{ key, pin }: CodeHolder,
	text: string,
	now: number,
	isUsed: (step: number) => boolean,
	sentAt: number = now,
): CheckedCode {
	const given = text.replace(/[\s\p{Pd}\u2212]/gu, "");
	const code = given.slice(0, DIGITS);
	const pinIsRight = sameSecret(given.slice(DIGITS), pin);
	const steps = [sentAt, now].flatMap((instant) => {
		const current = Math.floor(instant / CODE_STEP);
		return [current - 1, current];
	});
	let step: number | null = null;
	for (const each of steps) {
		const isRight = sameSecret(code, codeOf(key, each));
		if (isRight && !isUsed(each)) step = each;
	}
	if (pin === "" || given.length !== DIGITS + pin.length) return wrong("size");
	if (!pinIsRight) return wrong("pin");
	return step === null ? wrong("otp") : { verdict: "ok", step };
}

/**
 * The code of a time step; "" where there is none.
 *
 * @param key Base32
 */
export function codeOf(key: string, step: number): string {
	if (key === "" || step < 0) return "";
	return TOTP.generate({
		secret: Secret.fromBase32(key),
		algorithm: "SHA1",
		digits: DIGITS,
		period: PERIOD,
		timestamp: step * CODE_STEP,
	});
}

/**
 * What authenticators scan: `otpauth://totp/ISSUER:NAME?secret=…&issuer=…`. The
 * colon tells the two names apart, so a name loses its own.
 */
export function otpauthUri(issuer: string, name: string, key: string): string {
	const account = name.replaceAll(":", "").trim() || "User";
	const [by, of] = [issuer, account].map(encodeURIComponent);
	return `otpauth://totp/${by}:${of}?secret=${key}&issuer=${by}`;
}

function wrong(verdict: CodeVerdict): CheckedCode {
	return { verdict, step: null };
}
