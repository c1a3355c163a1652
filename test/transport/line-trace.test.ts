import { expect, test } from "vitest";
import {
	lineTrace,
	spelt,
	type TraceMasking,
} from "../../src/transport/line-trace.ts";
import { bytesOf } from "../support/line-reader.ts";

function traced(
	chunks: readonly (readonly ["in" | "out", string])[],
	masking: TraceMasking = "sim-pins",
): string[] {
	const lines: string[] = [];
	const { note, flush } = lineTrace(({ at, direction, text }) => {
		lines.push(`${at} ${direction} ${spelt(text)}`);
	}, masking);
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
	expect(traced(chunks, "nothing")[0]).toBe('0 out AT+CPIN="1234"\\r');
});

test("texts are masked as PDUs and as characters, read, written and echoed", () => {
	const hex = "07912143658709F1040B915155210043F100006210".repeat(2);
	const chunks = [
		["in", `\r\n+CMT: ,22\r\n${hex}\r\n`],
		["out", "AT+CNMA\r"],
		["in", "AT+CNMA\r\r\nOK\r\n"],
		["out", "AT+CMGS=22\r"],
		["in", "\r\n> "],
		["out", `${hex}\u001a`],
		["in", "\r\n+CMGS: 1\r\n\r\nOK\r\n"],
		["out", 'AT+CMGS="+15550100"\r'],
		...[...'AT+CMGS="+15550100"\r\r\n'].map((each) => ["in", each] as const),
		["in", "> "],
		["out", "ARM 830267\r"],
		["in", "ARM 830267\r\n"],
		["out", "AT 22:30\u001a"],
		["in", "AT 22:30\u001a\r\n+CMTI: 1\r\n"],
		["in", "\r\n+CMGS: 2\r\n\r\nOK\r\n"],
		["out", "AT+CMGR=1\r"],
		[
			"in",
			'\r\n+CMGR: "REC READ","+15550100"\r\nPROG 7982\r\nECHO:\r\n\r\nOK\r\n',
		],
		["out", "AT+CSQ\r"],
		["in", "AT+CSQ\r\r\n+CSQ: 20,0\r\n\r\nOK\r\n"],
	] as const;
	const texts = traced(chunks, "texts").map((line) =>
		line.replace(/^\d+ /, ""),
	);
	expect(texts).toEqual([
		"in \\r\\n+CMT: ,22\\r\\n",
		"in ****\\r\\n",
		"out AT+CNMA\\r",
		"in AT+CNMA\\r",
		"in \\r\\nOK\\r\\n",
		"out AT+CMGS=22\\r",
		"in \\r\\n> ",
		"out ****<1A>",
		"in \\r\\n+CMGS: 1\\r\\n",
		"in \\r\\nOK\\r\\n",
		'out AT+CMGS="+15550100"\\r',
		'in AT+CMGS="+15550100"\\r',
		"in \\r\\n> ",
		"out ****\\r",
		"in ****\\r\\n",
		"out ****<1A>",
		"in ****<1A>\\r\\n",
		"in +CMTI: 1\\r\\n",
		"in \\r\\n+CMGS: 2\\r\\n",
		"in \\r\\nOK\\r\\n",
		"out AT+CMGR=1\\r",
		'in \\r\\n+CMGR: "REC READ","+15550100"\\r\\n',
		"in ****\\r\\n",
		"in ****\\r\\n",
		"in \\r\\nOK\\r\\n",
		"out AT+CSQ\\r",
		"in AT+CSQ\\r",
		"in \\r\\n+CSQ: 20,0\\r\\n",
		"in \\r\\nOK\\r\\n",
	]);
});
