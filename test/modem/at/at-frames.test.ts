import { expect, test } from "vitest";
import {
	type AtFrame,
	AtFramer,
	longestLine,
} from "../../../src/modem/at/at-frames.ts";

test("an answer with echo is three lines, the result behind a blank", () => {
	expect(framesOf("AT+CSQ\r\r\n+CSQ: 17,0\r\n\r\nOK\r\n")).toEqual([
		["line", "AT+CSQ", "no blank"],
		["line", "+CSQ: 17,0", "blank"],
		["line", "OK", "blank"],
		["discarded", "\n"],
	]);
});

test("the prompt is seen although no line end follows it", () => {
	expect(framesOf("AT+CMGS=20\r\r\n> ")).toEqual([
		["line", "AT+CMGS=20", "no blank"],
		["prompt"],
		["discarded", " "],
	]);
});

test("a prompt without its space is one too", () => {
	expect(framesOf("\r\n>\r\n+CMGS: 3\r\n")).toEqual([
		["prompt"],
		["line", "+CMGS: 3", "blank"],
		["discarded", "\n"],
	]);
});

test("a line that begins like a prompt goes on without a blank", () => {
	expect(framesOf("+CMGR: 1\r\n> no\r\n")).toEqual([
		["line", "+CMGR: 1", "no blank"],
		["prompt"],
		["line", "no", "no blank"],
		["discarded", "\n"],
	]);
});

test("line feeds alone end lines, and two of them leave a blank", () => {
	expect(framesOf("+CSQ: 1,0\n\nOK\n")).toEqual([
		["line", "+CSQ: 1,0", "no blank"],
		["line", "OK", "blank"],
	]);
});

test("power-up noise does not hide a line", () => {
	expect(framesOf("\0\0\x11\r\nOK\0\r\n")).toEqual([
		["line", "", "no blank"],
		["line", "OK", "no blank"],
		["discarded", "\n"],
	]);
});

test("octets above 127 are Latin-1", () => {
	expect(framesOf("d\xe9j\xe0 vu\r")).toEqual([
		["line", "déjà vu", "no blank"],
	]);
});

test("a line that does not end is thrown away and not kept for ever", () => {
	const framer = new AtFramer();
	const frames = framer.push(new Uint8Array(longestLine + 1).fill(0x41));
	expect(frames.map(({ type, bytes }) => [type, bytes.length])).toEqual([
		["discarded", longestLine + 1],
	]);
	expect(framer.end()).toEqual([]);
});

// Helpers

function framesOf(text: string): string[][] {
	const framer = new AtFramer();
	const frames = framer.push(Buffer.from(text, "latin1"));
	return [...frames, ...framer.end()].map(shown);
}

function shown(frame: AtFrame): string[] {
	switch (frame.type) {
		case "line":
			return ["line", frame.text, frame.afterBlank ? "blank" : "no blank"];
		case "prompt":
			return ["prompt"];
		case "discarded":
			return ["discarded", Buffer.from(frame.bytes).toString("latin1")];
	}
}
