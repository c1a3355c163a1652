import { Secret } from "otpauth";
import { describe, expect, test } from "vitest";
import {
	checkCode,
	codeOf,
	otpauthUri,
} from "../../../src/firmware/answer/one-time-code.ts";
import { newOtpKey } from "../../../src/firmware/answer/otp-key.ts";

/** RFC 6238, appendix B: the ASCII digits, and the last six of its eight. */
const key = Secret.fromUTF8("12345678901234567890").base32;

test.each([
	[59, "287082"],
	[1_111_111_109, "081804"],
	[1_111_111_111, "050471"],
	[1_234_567_890, "005924"],
	[2_000_000_000, "279037"],
	[20_000_000_000, "353130"],
])("RFC 6238 at %i s: %s", (seconds, code) => {
	expect(codeOf(key, Math.floor(seconds / 30))).toBe(code);
});

const pin = "2020";
const NOW = 1_111_111_111_000;
const step = Math.floor(NOW / 30_000);
const never = () => false;
const verdict = (text: string, now = NOW, used: number | null = null) =>
	checkCode({ key, pin }, text, now, (each) => used !== null && each <= used);

describe("a code is judged", () => {
	test.each([
		["code and PIN together", "0504712020"],
		["with a blank", "050471 2020"],
		["with blanks and dashes wherever", " 050-471 – 20 20 "],
	])("%s is right", (_, text) => {
		expect(verdict(text)).toEqual({ verdict: "ok", step });
	});

	test.each([
		["no text", "", "size"],
		["the code alone", "050471", "size"],
		["a digit too many", "05047120200", "size"],
		["another PIN", "0504712021", "pin"],
		["another PIN and another code", "0504722021", "pin"],
		["another code", "0504722020", "otp"],
		["PIN before code", "2020050471", "pin"],
	])("%s is wrong", (_, text, what) => {
		expect(verdict(text)).toEqual({ verdict: what, step: null });
	});

	test("one step late it is right, two late or one early it is not", () => {
		const code = `${codeOf(key, step)}${pin}`;
		const at = (steps: number) =>
			verdict(code, (step + steps) * 30_000).verdict;
		expect([-1, 0, 1, 2].map(at)).toEqual(["otp", "ok", "ok", "otp"]);
		expect(verdict(code, (step + 2) * 30_000 - 1).verdict).toBe("ok");
	});

	test("once it was used it is wrong, and so is the one before it", () => {
		expect(verdict("0504712020", NOW, step).verdict).toBe("otp");
		expect(verdict("0504712020", NOW, step + 1).verdict).toBe("otp");
		expect(verdict("0504712020", NOW, step - 1).verdict).toBe("ok");
	});

	test("without a key or a PIN nothing is right", () => {
		expect(checkCode({ key: "", pin }, "0504712020", NOW, never).verdict).toBe(
			"otp",
		);
		expect(checkCode({ key: "", pin }, pin, NOW, never).verdict).toBe("size");
		expect(checkCode({ key, pin: "" }, "050471", NOW, never).verdict).toBe(
			"size",
		);
	});

	test("before 1970 nothing is right, and nothing breaks", () => {
		expect(verdict("0504712020", -1e12).verdict).toBe("otp");
		expect(verdict("0504712020", Number.NEGATIVE_INFINITY).verdict).toBe("otp");
	});
});

test.each([
	["Anna", "otpauth://totp/alarmpanel:Anna?secret=ABC&issuer=alarmpanel"],
	[
		"Anna: at home",
		"otpauth://totp/alarmpanel:Anna%20at%20home?secret=ABC&issuer=alarmpanel",
	],
	[":", "otpauth://totp/alarmpanel:User?secret=ABC&issuer=alarmpanel"],
])("the URI for %j is %s", (name, uri) => {
	expect(otpauthUri("alarmpanel", name, "ABC")).toBe(uri);
});

test("a new key has 256 bits, and is no other", () => {
	const [first, second] = [newOtpKey(), newOtpKey()];
	expect(Secret.fromBase32(first).bytes).toHaveLength(32);
	expect(first).toMatch(/^[A-Z2-7]{52}$/);
	expect(second).not.toBe(first);
});
