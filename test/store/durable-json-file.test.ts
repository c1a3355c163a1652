import {
	mkdir,
	readdir,
	readFile,
	rename,
	rm,
	writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replaceFile } from "../../src/store/durable-file.ts";
import { DurableJsonFile } from "../../src/store/durable-json-file.ts";
import { temporaryFolder } from "../support/folder.ts";

const form = { parse: JSON.parse, print: (value: unknown) => `${value}` };

test("of 101 writes at once the first and the last one reach the disk", async () => {
	const path = join(await temporaryFolder(), "file.json");
	const written: string[] = [];
	const file = new DurableJsonFile<number>(path, {
		...form,
		async replace(target, text) {
			await replaceFile(target, text);
			written.push(text);
		},
	});
	await Promise.all(Array.from({ length: 101 }, (_, at) => file.write(at)));
	expect(written).toEqual(["0", "100"]);
	expect(await readFile(path, "utf8")).toBe("100");
});

test("a write is durable when its promise resolves, and not before", async () => {
	const path = join(await temporaryFolder(), "file.json");
	const file = new DurableJsonFile<number>(path, form);
	const seen = await Promise.all(
		[1, 2, 3].map((value) =>
			file.write(value).then(() => readFile(path, "utf8")),
		),
	);
	expect(seen.map(Number)).toEqual([expect.any(Number), 3, 3]);
});

test("writes go on after one that failed", async () => {
	const folder = join(await temporaryFolder(), "panel");
	await mkdir(folder);
	const path = join(folder, "file.json");
	const file = new DurableJsonFile<number>(path, form);
	await file.write(1);
	await rename(folder, `${folder}-away`);
	await expect(file.write(2)).rejects.toThrow(
		"file.json cannot be written: its folder is not there (ENOENT)",
	);
	await rename(`${folder}-away`, folder);
	expect(await readFile(path, "utf8")).toBe("1");
	await file.write(3);
	expect(await readFile(path, "utf8")).toBe("3");
});

test("the temporary files of dead processes are removed, those of live ones are not", async () => {
	const folder = await temporaryFolder();
	const path = join(folder, "file.json");
	const dead = ".file.json.999999999-1.tmp";
	const ownEarlier = `.file.json.${process.pid}-0.tmp`;
	const alive = `.file.json.${process.ppid}-1.tmp`;
	const others = [
		".file.json.tmp",
		".file.json5.999999999-1.tmp",
		"file.json.bak",
	];
	for (const name of [dead, ownEarlier, alive, ...others])
		await writeFile(join(folder, name), "1234");
	const file = new DurableJsonFile<number>(path, form);
	await file.write(1);
	expect(new Set(await readdir(folder))).toEqual(
		new Set([alive, ...others, "file.json"]),
	);
});

test("what may not be durable is not in the file, and is no edit of somebody else", async () => {
	const folder = await temporaryFolder();
	const path = join(folder, "file.json");
	let isBroken = false;
	const kept: string[] = [];
	const file = new DurableJsonFile<number>(path, {
		...form,
		onForeign: (name) => kept.push(name),
		replace: (target, text, options) =>
			replaceFile(target, text, {
				...options,
				async sync() {
					if (isBroken)
						throw Object.assign(new Error("i/o error"), { code: "EIO" });
				},
			}),
	});
	await file.write(1);
	isBroken = true;
	await expect(file.write(2)).rejects.toThrow(
		"file.json cannot be written: the disk does not answer (EIO)",
	);
	expect(await readFile(path, "utf8")).toBe("1");
	expect(await file.foreign()).toBeNull();
	isBroken = false;
	await file.write(3);
	expect(await readFile(path, "utf8")).toBe("3");
	expect(kept).toEqual([]);
	expect(await readdir(folder)).toEqual(["file.json"]);
});

test("nothing is left behind where the file cannot be replaced", async () => {
	const folder = await temporaryFolder();
	const path = join(folder, "file.json");
	await mkdir(path);
	const file = new DurableJsonFile<number>(path, form);
	await expect(file.write(1)).rejects.toThrow(
		/^file\.json cannot be written: /,
	);
	expect(await readdir(folder)).toEqual(["file.json"]);
	await rm(path, { recursive: true });
});
