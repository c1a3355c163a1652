import { describe, expect, test } from "vitest";
import { qrCode } from "../../../src/cli/line/qr-code.ts";

const ESC = "\u001b";

describe("a QR code", () => {
	const plain = qrCode("sms:+15550100", false).split("\n");
	const colored = qrCode("sms:+15550100", true).split("\n");

	test("has two light modules on each side", () => {
		const [width] = plain.map((line) => line.length);
		// Version 1: 21 modules, two of them a character high.
		expect([width, plain.length]).toEqual([25, 13]);
		expect(plain[0]).toBe(" ".repeat(25));
		for (const line of plain) {
			expect(line).toMatch(/^ {2}.* {2}$/);
			expect(line).toMatch(/^[ ▀▄█]+$/);
		}
		// The last line has one module of the code's height at most.
		expect(plain.at(-1)).toBe(" ".repeat(25));
	});

	test("is black on white wherever colours are written", () => {
		expect(colored).toEqual(
			plain.map((line) => `${ESC}[38;5;16;48;5;231m${line}${ESC}[0m`),
		);
	});
});
