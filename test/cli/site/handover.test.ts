import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

const shell = new Shell();
writeFileSync(shell.path("north.secrets"), "ANNA_PIN=4711\n");
chmodSync(shell.path("north.secrets"), 0o600);
writeFileSync(
	shell.path("north.yaml"),
	`users: { 1: { name: ANNA, pin: "\${ANNA_PIN}" } }\nzones: { 1: { name: Front door, attribute: entry } }\n`,
);

test("a paper is written for each reader, and holds no secret", () => {
	for (const reader of ["customer", "installer"]) {
		const out = `${reader}.html`;
		expect(
			shell.run([
				...["handover", "north.yaml", "--for", reader, "--lang", "es"],
				...["--out", out, "--day", "2026-11-30"],
			]),
		).toEqual({
			status: 0,
			stdout: "",
			stderr: `wrote ${out}: open it in a browser and print it on A4\n`,
		});
		const page = readFileSync(shell.path(out), "utf8");
		expect(page).toMatch(/^<!doctype html>\n<html lang="es">/);
		expect(page).toContain("<dd>north</dd>");
		expect(page).toContain("<dd>2026-11-30</dd>");
		expect(page).not.toContain("4711");
	}
});

test("without a file the page is the answer; for programs it is in JSON", () => {
	const { status, stdout, stderr } = shell.run(["handover", "north.yaml"]);
	expect([status, stderr]).toEqual([0, ""]);
	expect(stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
	expect(
		shell.json("handover", "north.yaml", "--day", "2026-11-30", "--out", "a"),
	).toEqual({
		for: "customer",
		language: "en",
		day: "2026-11-30",
		file: "a",
	});
	expect(
		shell.json("handover", "north.yaml", "--day", "2026-11-30"),
	).toMatchObject({ html: expect.stringContaining("Front door") });
});

test("what the panel had before stands on the paper too", () => {
	shell.run(["config", "init", "--config", "house.json"]);
	shell.run(["text", "PROG 7982 USRS:2,0815,BEN", "--config", "house.json"]);
	const { stdout } = shell.run([
		...["handover", "north.yaml", "--from", "house.json"],
	]);
	expect(stdout).toContain("<li>2 BEN</li>");
	expect(stdout).toContain("Leave within 30 seconds.");
	expect(stdout).not.toMatch(/0815|4711|7982/);
});

test("what is wrong is said, and nothing is written", () => {
	writeFileSync(shell.path("bad.yaml"), "users: { 1: { pin: 12 } }\n");
	const { status, stderr } = shell.run(["handover", "bad.yaml", "--out", "b"]);
	expect(status).toBe(2);
	expect(stderr).toContain("bad.yaml:1:20: users.1.pin");
	expect(() => readFileSync(shell.path("b"))).toThrow();
	expect(shell.run(["handover", "north.yaml", "--day", "2026-02-30"])).toEqual({
		status: 1,
		stdout: "",
		stderr:
			"alarmpanel: --day 2026-02-30: a day, as 2026-11-30\nalarmpanel handover --help says more\n",
	});
	expect(
		shell.run(["handover", "north.yaml", "--out", "no/where/a.html"]).status,
	).toBe(3);
});
