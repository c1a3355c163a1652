import fc from "fast-check";
import { expect, test } from "vitest";
import { type AtFrame, AtFramer } from "../../src/modem/at/at-frames.ts";

/** What comes over an AT line: its own words, noise, and any byte. */
const stream = fc
	.array(
		fc.oneof(
			fc.constantFrom("\r", "\n", "\r\n", "> ", ">", " ", "OK", "ERROR"),
			fc.constantFrom('+CMTI: "SM",1', "+CMT: ,24", "AT+CMGS=24", "\x1a"),
			fc
				.uint8Array({ maxLength: 9 })
				.map((bytes) => Buffer.from(bytes).toString("latin1")),
		),
		{ maxLength: 60 },
	)
	.map((words) => Buffer.from(words.join(""), "latin1"));

test("any cut of a byte stream gives the same frames", () => {
	fc.assert(
		fc.property(
			stream,
			fc.array(fc.nat(), { maxLength: 12 }),
			(bytes, cuts) => {
				expect(framesOf(chunksOf(bytes, cuts))).toEqual(framesOf([bytes]));
			},
		),
	);
});

test("the bytes of the frames are the bytes that came", () => {
	fc.assert(
		fc.property(
			stream,
			fc.array(fc.nat(), { maxLength: 12 }),
			(bytes, cuts) => {
				const frames = framesOf(chunksOf(bytes, cuts));
				expect(Buffer.concat(frames.map((frame) => frame.bytes))).toEqual(
					bytes,
				);
			},
		),
	);
});

// Helpers

function framesOf(chunks: readonly Uint8Array[]): AtFrame[] {
	const framer = new AtFramer();
	const frames = chunks.flatMap((chunk) => framer.push(chunk));
	return [...frames, ...framer.end()];
}

function chunksOf(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
	const places = cuts
		.map((cut) => cut % (bytes.length + 1))
		.sort((a, b) => a - b);
	return [0, ...places].map((from, index) =>
		bytes.subarray(from, places[index] ?? bytes.length),
	);
}
