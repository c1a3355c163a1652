import fc from "fast-check";
import { expect, test } from "vitest";
import { textLines } from "../../src/transport/text-lines.ts";

const line = fc
	.string({ unit: "grapheme" })
	.map((text) => text.replace(/[\r\n]/g, " "));

test("lines come out as they were written, however their bytes are cut", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(line, { minLength: 1 }),
			fc.constantFrom("\n", "\r\n"),
			fc.integer({ min: 1, max: 9 }),
			async (lines, end, size) => {
				const bytes = Buffer.from(lines.map((each) => each + end).join(""));
				async function* chunks() {
					for (let at = 0; at < bytes.length; at += size)
						yield bytes.subarray(at, at + size);
				}
				expect(await taken(chunks())).toEqual(lines);
			},
		),
	);
});

test("the last line may have no end", async () => {
	expect(await taken(pieces("a\nb"))).toEqual(["a", "b"]);
});

test("a line without end is refused before it fills the memory", async () => {
	let read = 0;
	async function* endless() {
		for (;;) {
			read += 1;
			yield Buffer.alloc(16 * 1024, "A");
		}
	}
	await expect(taken(endless())).rejects.toThrow("a line is longer than 64 kB");
	expect(read).toBe(5);
});

async function* pieces(...texts: string[]) {
	yield* texts;
}

async function taken(
	input: AsyncIterable<Uint8Array | string>,
): Promise<string[]> {
	const lines: string[] = [];
	for await (const each of textLines(input)) lines.push(each);
	return lines;
}

test("a byte order mark is no part of the first line", async () => {
	expect(await taken(pieces("\uFEFFa\n\uFEFFb"))).toEqual(["a", "\uFEFFb"]);
});
