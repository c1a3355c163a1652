import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { eachStretch } from "../../src/replay/corpus/lines.ts";

const folder = mkdtempSync(join(tmpdir(), "alarmpanel-lines-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "lines.txt");

const texts = fc
	.array(fc.constantFrom("a", "\n", "\n\n", "é", "😀", "long ".repeat(40)))
	.map((pieces) => pieces.join(""));

test("wherever a file is cut, its parts have every line once and whole", async () => {
	await fc.assert(
		fc.asyncProperty(texts, fc.array(fc.nat(300)), async (text, cuts) => {
			writeFileSync(file, text);
			const size = Buffer.byteLength(text);
			const places = [
				...new Set([0, ...cuts.filter((cut) => cut < size), size]),
			].toSorted((a, b) => a - b);
			const parts: string[] = [];
			for (const [at, from] of places.entries()) {
				const to = places[at + 1];
				if (to === undefined) break;
				let part = "";
				await eachStretch(file, { from, to }, (lines) => {
					part += lines.toString();
					return true;
				});
				if (part !== "") parts.push(part);
			}
			expect(parts.join("")).toBe(text);
			for (const part of parts.slice(0, -1)) expect(part).toMatch(/\n$/);
		}),
	);
});

test.each([null, { from: 0, to: Number.MAX_SAFE_INTEGER }])(
	"a file that is larger than what is read at once comes in stretches of whole lines: %j",
	async (range) => {
		const lines = Array.from({ length: 60_000 }, (_, at) => `${at} Zoë 😀`);
		const text = [...lines, "x".repeat(3_000_000), "end"].join("\n");
		writeFileSync(file, text);
		const stretches: string[] = [];
		await eachStretch(
			file,
			range,
			(lines) => stretches.push(lines.toString()) > 0,
		);
		expect(stretches.join("") === text).toBe(true);
		expect(stretches.slice(0, -1).every((each) => each.endsWith("\n"))).toBe(
			true,
		);
		expect(stretches.length).toBeGreaterThan(10);
	},
);
