import { expect, test } from "vitest";
import { lineTrace, spelt } from "../../src/transport/line-trace.ts";
import { bytesOf } from "../support/line-reader.ts";

function traced(
	chunks: readonly (readonly ["in" | "out", string])[],
	showSecrets = false,
): string[] {
	const lines: string[] = [];
	const { note, flush } = lineTrace(({ at, direction, text }) => {
		lines.push(`${at} ${direction} ${spelt(text)}`);
	}, showSecrets);
	for (const [at, [direction, text]] of chunks.entries())
		note({ at, direction, bytes: bytesOf(text) });
	flush();
	return lines;
}

test("chunks become lines; a prompt ends where the other side speaks", () => {
	expect(
		traced([
			["out", "AT+CMGS=5\r"],
			["in", "\r\n"],
			["in", "> "],
			["out", "00\u001a"],
			["in", "\r\n+CMGS: 1\r\n\r\nO"],
			["in", "K\r\n"],
		]),
	).toEqual([
		"0 out AT+CMGS=5\\r",
		"1 in \\r\\n> ",
		"3 out 00<1A>",
		"4 in \\r\\n+CMGS: 1\\r\\n",
		"4 in \\r\\nOK\\r\\n",
	]);
});

test("PINs are masked, also in an echo that comes byte by byte", () => {
	const chunks = [
		["out", 'AT+CPIN="1234"\r'],
		...[...'AT+CPIN="1234"\r\r\nOK\r\n'].map((byte) => ["in", byte] as const),
		["out", 'AT+CLCK="SC",0,"1234";+CSQ\r'],
		["out", 'AT+CPWD="SC","1234","4321"\r'],
		["out", 'AT+CPINR="SIM PIN"\r'],
	] as const;
	const texts = traced(chunks).map((line) => line.replace(/^\d+ /, ""));
	expect(texts).toEqual([
		"out AT+CPIN=****\\r",
		"in AT+CPIN=****\\r",
		"in \\r\\nOK\\r\\n",
		'out AT+CLCK="SC",0,****;+CSQ\\r',
		'out AT+CPWD="SC",****\\r',
		'out AT+CPINR="SIM PIN"\\r',
	]);
	expect(traced(chunks, true)[0]).toBe('0 out AT+CPIN="1234"\\r');
});
