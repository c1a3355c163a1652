import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Shell } from "../support/command-line.ts";

const shell = new Shell();
mkdirSync(shell.path("house/empty"), { recursive: true });
writeFileSync(shell.path("house/bad.json"), '{\n  "model": \n');
writeFileSync(shell.path("house/old.json"), '{ "schemaVersion": 1 }\n');
writeFileSync(shell.path("a.smst"), "> PROG 7982 MODE:A\n");

const WHY = {
	"house/nowhere.json":
		"there is no house/nowhere.json; make one with: alarmpanel config init --config house/nowhere.json",
	"house/empty": "house/empty: it cannot be read: it is a folder (EISDIR)",
	"house/bad.json":
		"house/bad.json:3:1: this is not JSON: a value is due here, but the file ends",
	"house/old.json":
		"house/old.json: model: the name of a model, this is missing",
} as const;

test.each(Object.entries(WHY))("%s is named as it was typed", (file, why) => {
	for (const verb of ["status", "run", "text x", "check x", "people list"])
		expect([verb, shell.run([...verb.split(" "), "--config", file])]).toEqual([
			verb,
			{ status: 2, stdout: "", stderr: `alarmpanel: ${why}\n` },
		]);
});

test("a file that the environment names is said to be named there", async () => {
	const told = async (file: string) =>
		await shell.runBesides(["status"], { ALARMPANEL_CONFIG: file });
	expect(await told("house/bad.json")).toEqual({
		status: 2,
		stdout: "",
		stderr: `alarmpanel: ${WHY["house/bad.json"]}\nALARMPANEL_CONFIG names this file\n`,
	});
	expect(await told("house/nowhere.json")).toEqual({
		status: 2,
		stdout: "",
		stderr:
			"alarmpanel: there is no house/nowhere.json, which ALARMPANEL_CONFIG names; make one with: alarmpanel config init --config house/nowhere.json\n",
	});
});

test("of two files of one name the one that is wrong is named, and one that cannot be made", () => {
	shell.run(["config", "init", "--config", "bad.json"]);
	expect(shell.run(["config", "diff", "bad.json", "house/bad.json"])).toEqual({
		status: 2,
		stdout: "",
		stderr: `alarmpanel: ${WHY["house/bad.json"]}\n`,
	});
	expect(shell.run(["config", "init", "--config", "no/house.json"])).toEqual({
		status: 3,
		stdout: "",
		stderr:
			"alarmpanel: no/house.json cannot be written: its folder is not there (ENOENT)\n",
	});
});

test("a panel's file beside a corpus is not called a corpus", () => {
	const against = ["--against", "tcp://127.0.0.1:1", "--number", "+15550100"];
	expect(
		shell.run(["replay", "a.smst", ...against, "--config", "house/bad.json"]),
	).toEqual({
		status: 2,
		stdout: "",
		stderr: `alarmpanel: ${WHY["house/bad.json"]}\n`,
	});
});
