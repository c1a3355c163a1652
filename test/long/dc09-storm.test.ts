import fc from "fast-check";
import { expect, test } from "vitest";
import { readAnswer } from "../../src/receivers/dc09/answer.ts";
import { writeContent } from "../../src/receivers/dc09/content.ts";
import { encrypted } from "../../src/receivers/dc09/encryption.ts";
import { writeFrame } from "../../src/receivers/dc09/frame.ts";
import { FrameCollector } from "../../src/receivers/dc09/frame-collector.ts";
import {
	answer,
	nakAt,
	receive,
} from "../../src/receivers/dc09/receiving-end.ts";
import { seededRandom } from "../../src/time/seeded-random.ts";

/*
 * A million random frames into our receiver, and a million random answers into our
 * sender: no throw, no hang, and what is not right is never taken for right.
 */

const FRAMES = 1_000_000;
const NOW = Date.UTC(2026, 10, 20, 12);
const KEY = Buffer.alloc(16, "K");
const options = {
	accounts: new Map([
		["1234", null],
		["ABCDEF", KEY],
	]),
	anyAccount: false,
	checksTime: true,
	chance: (count: number) => new Uint8Array(count),
};

test("a million random frames into our receiver", {
	timeout: 1_800_000,
}, () => {
	const random = seededRandom(18);
	const collector = new FrameCollector();
	const counts = { ACK: 0, NAK: 0, DUH: 0, none: 0 };
	for (let at = 0; at < FRAMES; at += 1) {
		const frame = disturbed(rightFrame(random), random);
		for (const each of collector.push(frame)) {
			const { answer: said, refusal } = receive(each, options, NOW);
			const word = /"\*?(ACK|NAK|DUH)"/.exec(said ?? "")?.[1] ?? "none";
			counts[word as keyof typeof counts] += 1;
			// Nothing is acknowledged and refused at once.
			if ((word === "ACK") !== (refusal === null))
				throw new Error(JSON.stringify(each));
		}
	}
	process.stdout.write(`${JSON.stringify(counts)}\n`);
	for (const count of Object.values(counts))
		expect(count).toBeGreaterThan(1000);
});

test("a million random answers into our sender", { timeout: 1_800_000 }, () => {
	const random = seededRandom(19);
	let taken = 0;
	for (let at = 0; at < FRAMES; at += 1) {
		const key = random() < 0.5 ? KEY : null;
		const sequence = 1 + Math.floor(random() * 9999);
		const sent = { sequence, account: "1234" };
		const right = rightAnswer(sequence, key, random);
		const octets = disturbed(right, random);
		const read = readAnswer(octets, sent, key);
		if (read.type === "ACK") taken += 1;
		// An ACK is one only as it was written, but for what carries no meaning.
		if (read.type === "ACK" && octets !== right && !isSameAck(octets, sequence))
			throw new Error(JSON.stringify([octets, right]));
	}
	process.stdout.write(`${taken} taken\n`);
	expect(taken).toBeGreaterThan(1000);
});

test("octets of any kind, in chunks of any kind", () => {
	fc.assert(
		fc.property(
			fc.array(fc.uint8Array({ maxLength: 2000 }), { maxLength: 20 }),
			(chunks) => {
				const collector = new FrameCollector();
				const frames = chunks.flatMap((chunk) =>
					collector.push(Buffer.from(chunk).toString("latin1")),
				);
				for (const frame of frames) {
					receive(frame, options, NOW);
					readAnswer(frame, { sequence: 1, account: "1234" }, KEY);
				}
			},
		),
		{ numRuns: 10_000 },
	);
});

// Helpers

type Random = () => number;

function rightFrame(random: Random): string {
	const key = random() < 0.3 ? KEY : null;
	const account = key === null ? "1234" : "ABCDEF";
	const time = NOW - Math.floor(random() * 50_000);
	const [id, data] = pick(random, [
		["ADM-CID", `#${account}|1130 00 003`],
		["SIA-DCS", `#${account}|Nri1/BA003^Kitchen^`],
		["SIA-DCS", `#${account}|`],
		["NULL", ""],
	] as const);
	const text = writeContent({ data, extended: [], time });
	return writeFrame({
		id,
		account,
		encrypted: key !== null,
		sequence: Math.floor(random() * 10_000),
		receiver: pick(random, ["0", "1", "ABC", null]),
		line: pick(random, ["0", "232", ""]),
		body:
			key === null
				? text
				: encrypted(text, key, (count) =>
						Uint8Array.from({ length: count }, () => random() * 256),
					),
	});
}

function rightAnswer(
	sequence: number,
	key: Uint8Array | null,
	random: Random,
): string {
	const frame = { sequence, receiver: "0", line: "0", account: "1234" };
	return pick(random, [
		() => answer("ACK", frame, key, options, NOW),
		() => answer("RSP", frame, key, options, NOW),
		() => answer("DUH", frame, null, options, NOW),
		() => nakAt(NOW),
		() => answer("ACK", { ...frame, account: "9999" }, key, options, NOW),
	])();
}

/** Half of them as they are; the others with octets changed, lost, doubled or cut off. */
function disturbed(frame: string, random: Random): string {
	if (random() < 0.5) return frame;
	const at = Math.floor(random() * frame.length);
	const octet = String.fromCharCode(Math.floor(random() * 256));
	return pick(random, [
		() => frame.slice(0, at) + octet + frame.slice(at + 1),
		() => frame.slice(0, at) + frame.slice(at + 1),
		() => frame.slice(0, at) + frame[at] + frame.slice(at),
		() => frame.slice(0, at),
		() => frame.slice(at),
		() => `${frame}${frame.slice(at)}`,
	])();
}

/** A small letter in the hexadecimal, or a length that nobody counts: the same ACK. */
function isSameAck(octets: string, sequence: number): boolean {
	const digits = `${sequence}`.padStart(4, "0");
	return new RegExp(`"\\*?ACK"${digits}`).test(octets);
}

function pick<T>(random: Random, choices: readonly T[]): T {
	return choices[Math.floor(random() * choices.length)] as T;
}
