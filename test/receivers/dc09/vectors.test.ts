import { describe, expect, test } from "vitest";
import {
	readContent,
	writeContent,
} from "../../../src/receivers/dc09/content.ts";
import { crc16, hex4 } from "../../../src/receivers/dc09/crc.ts";
import {
	decrypted,
	encrypted,
} from "../../../src/receivers/dc09/encryption.ts";
import { readFrame, writeFrame } from "../../../src/receivers/dc09/frame.ts";
import { FrameCollector } from "../../../src/receivers/dc09/frame-collector.ts";
import vectors from "./vectors.json" with { type: "json" };

/*
 * vectors.json is a collection of public captures and other programs' tests; each
 * names its source. Its CRCs were computed anew, and where they or lengths do not
 * hold, it says so.
 */

test.each(vectors.crcCheck)("the CRC of $text is $crc", ({ text, crc }) => {
	expect(hex4(crc16(text))).toBe(crc);
});

describe.each(vectors.frames as readonly Vector[])("$frame", (vector) => {
	const read = readFrame(vector.frame);

	test("is read as its source says", () => {
		expect(read).toMatchObject({
			crcForm: "digits",
			crcHolds: vector.crc,
			lengthHolds: vector.length,
		});
		if (vector.parsed === undefined) return;
		const { frame } = read ?? {};
		const content = readContent(frame?.body ?? "");
		const [, qualifier, code, group, number] =
			/\|(\d)(\d{3}) (\d\d) (\d{3})$/.exec(content?.data ?? "") ?? [];
		const { extended, time } = content ?? {};
		const all = {
			id: frame?.id,
			seq: frame?.sequence,
			data: content?.data,
			receiver: frame?.receiver,
			line: frame?.line,
			account: frame?.account,
			extended,
			qualifier,
			code,
			group,
			number,
			timestamp: isoOf(time ?? null),
		};
		expect(all).toMatchObject(vector.parsed);
	});

	test("comes out of a stream in pieces", () => {
		const collector = new FrameCollector();
		const frames = [...`\r\n\r${vector.frame}\0`].flatMap((octet) =>
			collector.push(octet),
		);
		expect(frames).toEqual(["\n\r", vector.frame]);
	});

	test("is written again, octet for octet, with CRC and length that hold", () => {
		if (read === null) throw new Error("not read");
		const { rightCrc, rightLength, frame } = vector;
		// None is what a receiver writes where no R came: no sender says it.
		if (frame.includes("None") || frame.includes("L0R0A0")) return;
		if (frame.includes('"0002#0123')) {
			// Neither R nor L: it may be read, and we write it only as we read it.
			expect(writeFrame(read.frame)).toBe(frame);
			return;
		}
		const right = `\n${rightCrc ?? frame.slice(1, 5)}${rightLength ?? frame.slice(5, 9)}${frame.slice(9)}`;
		expect(writeFrame(read.frame)).toBe(right);
		if (read.frame.encrypted) return;
		const content = readContent(read.frame.body);
		expect(content && writeContent(content)).toBe(read.frame.body);
	});

	test("is opened by its key, and closed by it again", () => {
		const { key, plain } = vector;
		if (key === undefined || plain === undefined) return;
		const octets = Buffer.from(key, "latin1");
		const opened = decrypted(read?.frame.body ?? "", octets);
		const [, pad = "", bar, content = ""] =
			/^([^|\]]*)(\|?)(\].*|#.*)$/s.exec(plain) ?? [];
		const stripped = content.replace(/\u0010{16}$/, "");
		expect(opened).toBe(stripped);
		expect(readContent(stripped)).not.toBeNull();
		// Ours always has the bar, and letters for padding.
		if (bar === "|" && /^[A-Za-f]+$/.test(pad))
			expect(encrypted(content, octets, () => signs(pad))).toBe(
				read?.frame.body,
			);
		const other = Buffer.from(octets).fill(7);
		expect(
			readContent(decrypted(read?.frame.body ?? "", other) ?? ""),
		).toBeNull();
	});
});

test.each(vectors.binaryCrc)("two octets of CRC are read: $note", ({ hex }) => {
	const octets = Buffer.from(hex, "hex").toString("latin1");
	const read = readFrame(octets);
	expect(read).toMatchObject({ crcForm: "binary", lengthHolds: true });
	const collector = new FrameCollector();
	expect([...octets].flatMap((octet) => collector.push(octet))).toEqual([
		octets,
	]);
	if (read === null) return;
	const written = writeFrame(read.frame, "binary");
	expect(readFrame(written)).toEqual({ ...read, crcHolds: true });
	expect(written.slice(3)).toBe(octets.slice(3));
});

interface Vector {
	readonly frame: string;
	readonly crc: boolean;
	readonly length: boolean;
	readonly rightCrc?: string;
	readonly rightLength?: string;
	readonly parsed?: Readonly<Record<string, unknown>>;
	readonly key?: string;
	readonly plain?: string;
}

function signs(pad: string): Uint8Array {
	const all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";
	return Uint8Array.from(pad, (sign) => all.indexOf(sign));
}

function isoOf(time: number | null): string | null {
	return time === null
		? null
		: new Date(time).toISOString().replace(".000Z", "Z");
}
