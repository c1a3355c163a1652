import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { check, compose, createPanel, replay } from "../../src/index.ts";
import { allModels } from "../../src/models/models.ts";
import { commandJson } from "../../src/views/describe-commands.ts";
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
	expect(() => compose(undefined as never)).toThrow(
		new TypeError("compose: a string, not undefined"),
	);
});

test("compose takes what check tells of a message, of every model", () => {
	const others: string[] = [];
	for (const each of allModels())
		for (const [word, command] of each.commands) {
			const { name: model } = each;
			const { example } = commandJson(each, command);
			const told = check(example, { model });
			const fields = Object.fromEntries(
				told.parameters
					.filter(({ action }) => action !== "absent")
					.map(({ name, value }) => [name, value ?? ""]),
			);
			const again = compose(word, fields, { model });
			const { parameters, ok } = check(again.text, { model });
			const said = (all: typeof parameters) =>
				all.map(({ name, value }) => [name, value]);
			if (!ok || !isDeepStrictEqual(said(parameters), said(told.parameters)))
				others.push(`${model} ${example} -> ${again.text}`);
		}
	expect(others).toEqual([]);
});

test("a constant that is another one is refused", () => {
	const zone = { zone: "1", rfId: "0123456789" };
	expect(compose("DEAN", { area: "1", ...zone }).text).toBe(
		"PROG 7982 DEAN:1,1,0123456789",
	);
	expect(() => compose("DEAN", { area: "2", ...zone })).toThrow(
		new RangeError("compose: area: it is always 1, not 2"),
	);
	expect(() => compose("DEAN", { area: "", ...zone })).toThrow(
		new RangeError("compose: area: it is always 1, not blank"),
	);
	expect(() => compose("DEED", { zone: "1", third: "x" })).toThrow(
		new RangeError("compose: third: it is always blank, not x"),
	);
	expect(() => compose("DEAN", { aera: "1", ...zone })).toThrow(
		"compose: there is no field aera",
	);
});

test("an option that there is not is refused, and not left out", async () => {
	const mistyped = { modle: "cr200" } as object;
	expect(() => check("x", mistyped)).toThrow(
		new RangeError("check: there is no option modle; there are model, strict"),
	);
	expect(() => compose("ECHO", {}, mistyped)).toThrow(
		new RangeError("compose: there is no option modle; there are model"),
	);
	for (const [options, message] of [
		[
			mistyped,
			"replay: there is no option modle; there are model, seed, channel, filter, bail",
		],
		[{ seed: "a" }, "seed: a number, not string"],
		[{ bail: 0 }, "bail 0: a whole number from 1 on"],
		[{ filter: 5 }, "filter: a string, not number"],
		[{ channel: "sunshine" }, 'channel: "sunshine" is not a channel rule'],
	] as const)
		await expect(replay([], options as object)).rejects.toThrow(message);
	await expect(replay("a.smst" as never)).rejects.toThrow(
		new TypeError("replay: a list of files, not string"),
	);
	await expect(replay([5] as never)).rejects.toThrow(
		new TypeError("replay: a file: a string, not number"),
	);
});

test("replay takes folders", async () => {
	const folder = await temporaryFolder();
	await expect(replay([folder])).rejects.toThrow(/there is no transcript/);
	writeFileSync(join(folder, "a.smst"), "> PROG 7982 ECHO:\n< ECHO:OK\n");
	expect(await replay([folder])).toMatchObject({ passed: 1, failed: 0 });
});

test("a text that no SMS carries does not spoil a recording", async () => {
	const panel = await createPanel();
	await panel.text(`PROG 7982 ECHO:${" ".repeat(40_000)}`);
	await panel.text("PROG 7982 ECHO:");
	const { transcript } = panel.record("it");
	expect(transcript).toBe(
		[
			"id it",
			"model vst-2752",
			"# a text of more than 39015 characters, which no SMS carries, is left out",
			"> PROG 7982 ECHO:",
			"< ECHO:OK",
			"",
		].join("\n"),
	);
	const file = join(await temporaryFolder(), "it.smst");
	writeFileSync(file, transcript);
	const { passed, digest } = await replay([file]);
	expect([passed, digest]).toEqual([1, panel.digest("it")]);
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
