import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check, compose, replay } from "../../src/index.ts";
import { allModels } from "../../src/models/models.ts";
import { temporaryFolder } from "../support/folder.ts";

test("check explains a message", () => {
	expect(check("PROG 7982 USRS:1,12")).toMatchObject({
		ok: false,
		command: "USRS",
		model: "vst-2752",
		diagnostics: [{ message: "user PIN: 4 digits, this has 2", start: 17 }],
	});
	expect(check("PROG 7982 PWRD:ABCD,,", { strict: true })).toMatchObject({
		ok: false,
	});
	expect(() => check("x", { model: "nope" })).toThrow(RangeError);
	expect(() => check(7 as never)).toThrow(TypeError);
});

test("compose writes one", () => {
	expect(compose("usrs", { user: "1", pin: "4321" })).toMatchObject({
		text: "PROG 7982 USRS:1,4321",
		diagnostics: [],
	});
	expect(() => compose("USRX")).toThrow(/USRS/);
});

test("replay says what does not hold, and what cannot be read", async () => {
	const folder = await temporaryFolder();
	const write = (name: string, text: string) => {
		writeFileSync(join(folder, name), text);
		return join(folder, name);
	};
	const wrong = write("wrong.smst", "id wrong\n> PROG 7982 ECHO:\n< NO\n");
	const broken = write("broken.jsonl", "{\n");
	expect(await replay([wrong])).toMatchObject({
		conversations: 1,
		failed: 1,
		failures: [{ id: "wrong", expected: ["< NO"], got: ["< ECHO:OK"] }],
		faults: [],
	});
	expect(await replay([broken])).toMatchObject({
		malformed: 1,
		faults: [{ file: broken, line: 1 }],
	});
	await expect(replay([join(folder, "none.smst")])).rejects.toThrow(/ENOENT/);
	await expect(replay([wrong], { channel: ["sunshine"] })).rejects.toThrow(
		RangeError,
	);
});

test("compose finds every command of every model, in small letters too", () => {
	for (const { name, commands } of allModels())
		for (const word of commands.keys())
			for (const said of [word, word.toLowerCase()]) {
				const written = () => compose(said, {}, { model: name });
				// A language without blanks may want a field; the word is known.
				expect(written).not.toThrow(`there is no word ${said}`);
			}
	expect(compose("disarm", { partition: "1" }, { model: "dsc" }).text).toBe(
		"Disarm 1 1234",
	);
	expect(compose("usrs", { user: "1", pin: "4321" }).text).toBe(
		"PROG 7982 USRS:1,4321",
	);
});
