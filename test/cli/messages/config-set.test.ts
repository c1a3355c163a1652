import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";
import { typed } from "../../support/typed-verb.ts";

const config = (file: string, ...words: readonly string[]) =>
	typed("config", [...words, "--config", file]);

test.each([
	["users.1.pin", "12", "4 digits, this has 2"],
	["users.1.pin", "12345", "4 digits, this has 5"],
	[
		"users.1.pin",
		"true",
		"4 digits, this has other characters (only the digits 0 to 9)",
	],
	["timers.exitAway", "999", "0 to 255, this is outside"],
	["timers.exitAway", "٣٠", "0 to 255, this is a text"],
	["options.chime", "maybe", "true or false, this is a text"],
])(
	"set %s %s names what is wrong, and no quotes that nobody typed",
	async (path, value, rule) => {
		const file = new Shell().path("panel-config.json");
		await config(file, "init");
		expect(await config(file, "set", path, value)).toEqual({
			code: 4,
			stdout: "",
			stderr: `${path}: ${rule}\n`,
		});
	},
);

test("set changes one setting, checked like an edit, and get reads it", async () => {
	const shell = new Shell();
	const file = shell.path("panel-config.json");
	await config(file, "init");
	const results = [
		await config(file, "set", "timers.exitAway", "45"),
		await config(file, "get", "timers.exitAway"),
		await config(file, "set", "users.1.name", "1234"),
		await config(file, "get", "users.1.name"),
		await config(file, "get", "users.1.pin"),
		await config(file, "get", "users.1.pin", "--show-secrets"),
		await config(file, "set", "timers.exitAway", "soon"),
		await config(file, "set", "timers.exitAwy", "30"),
		await config(file, "set", "runtime.mode", "away"),
		await config(file, "get", "timers.exitAwy"),
	];
	const done = { code: 0, stdout: "", stderr: "" };
	expect(results).toEqual([
		done,
		{ ...done, stdout: "45\n" },
		done,
		{ ...done, stdout: "1234\n" },
		{ ...done, stdout: "PIN#1\n" },
		{ ...done, stdout: "1234\n" },
		{
			code: 4,
			stdout: "",
			stderr: "timers.exitAway: 0 to 255, this is a text\n",
		},
		{
			code: 4,
			stdout: "",
			stderr:
				"timers.exitAwy: there is no exitAwy here (did you mean exitAway?)\n",
		},
		{
			code: 4,
			stdout: "",
			stderr:
				"runtime.mode: this is not a setting: only what is programmed can be set\n",
		},
		{
			code: 1,
			stdout: "",
			stderr:
				"alarmpanel: timers.exitAwy: there is no exitAwy here (did you mean exitAway?)\nalarmpanel --help says more\n",
		},
	]);
	expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
		timers: { exitAway: 45 },
		users: [{ name: "1234" }],
	});
});

test("set reaches a panel that runs", async () => {
	const shell = new Shell();
	const file = shell.path("panel-config.json");
	await config(file, "init");
	const served = shell.start(["serve"]);
	await served.until("number +15550100");
	expect(await config(file, "set", "timers.exitAway", "20")).toMatchObject({
		code: 0,
	});
	shell.run(["text", "PROG 7982 USRS:2,2580,BEN,1"]);
	served.child.kill("SIGTERM");
	await served.ended;
	expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
		timers: { exitAway: 20 },
		users: [{ id: 1 }, { id: 2, name: "BEN" }],
	});
});

test("diff names what is programmed otherwise, and exits with 5", async () => {
	const shell = new Shell();
	const [one, other] = [shell.path("a.json"), shell.path("b.json")];
	await config(one, "init");
	await config(other, "init");
	expect((await typed("config", ["diff", one, other])).code).toBe(0);
	await config(other, "set", "timers.exitAway", "45");
	await config(other, "set", "users.1.pin", "2580");
	expect(await typed("config", ["diff", one, other])).toEqual({
		code: 5,
		stdout: 'users.1.pin: "PIN#1" -> "PIN#2"\ntimers.exitAway: 30 -> 45\n',
		stderr: "",
	});
});

test("people add --pin makes the user whose PIN it is", async () => {
	const shell = new Shell();
	const file = shell.path("panel-config.json");
	await config(file, "init");
	const add = (...words: readonly string[]) =>
		typed("people", ["add", ...words, "--config", file]);
	const ben = ["+33612345679", "--name", "Ben", "--user", "2"];
	expect(await add(...ben, "--pin", "1234")).toMatchObject({ code: 4 });
	expect(await add(...ben, "--pin", "25")).toMatchObject({ code: 1 });
	expect(await add(...ben, "--can", "fly", "--pin", "2580")).toMatchObject({
		code: 1,
	});
	expect(await add("+33612345679", "--name", "Ben", "--pin", "2580")).toEqual({
		code: 1,
		stdout: "",
		stderr:
			"alarmpanel: --pin: whose? --user names the panel's user\nalarmpanel --help says more\n",
	});
	expect(JSON.parse(readFileSync(file, "utf8")).users).toHaveLength(1);
	expect(await add(...ben, "--pin", "2580")).toMatchObject({ code: 0 });
	expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
		users: [{ id: 1 }, { id: 2, pin: "2580" }],
		remote: { people: [{ name: "Ben", user: 2 }] },
	});
});
