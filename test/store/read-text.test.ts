import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MOST_TEXT, readText } from "../../src/store/read-text.ts";
import { temporaryFolder } from "../support/folder.ts";

test("a file is read whole up to 32 MB, and not at all beyond", async () => {
	const file = join(await temporaryFolder(), "large.json");
	await writeFile(file, "");
	await truncate(file, MOST_TEXT);
	expect(await readText(file)).toHaveLength(MOST_TEXT);
	await truncate(file, MOST_TEXT + 1);
	await expect(readText(file)).rejects.toThrow("it is larger than 32 MB");
});

test("bytes of another encoding are refused with their place", async () => {
	const file = join(await temporaryFolder(), "odd.yaml");
	const read = async (bytes: Buffer) => {
		await writeFile(file, bytes);
		return await readText(file);
	};
	const odd = "a byte that is not UTF-8; iconv converts other encodings";
	await expect(read(Buffer.from("a: é\nb: \xfc", "latin1"))).rejects.toThrow(
		`line 1, column 4: ${odd}`,
	);
	const front = Buffer.from("\uFEFFé: \ufffd\r\nb: ü");
	await expect(
		read(Buffer.concat([front, Buffer.of(0xe2, 0x82)])),
	).rejects.toThrow(`line 2, column 5: ${odd}`);
	await expect(read(Buffer.concat([Buffer.of(0xff), front]))).rejects.toThrow(
		`line 1, column 1: ${odd}`,
	);
	const wide = Buffer.from("\uFEFFa: b", "utf16le");
	for (const bytes of [Buffer.from(wide), wide.swap16()])
		await expect(read(bytes)).rejects.toThrow(
			"this file is UTF-16; save it as UTF-8, or iconv -f UTF-16 -t UTF-8",
		);
	expect(await read(front)).toBe("\uFEFFé: \ufffd\r\nb: ü");
});
