import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { forRealPanel } from "../../../src/plan/messages/plan-rules.ts";
import { stateFolder } from "../../../src/ports/state-folder.ts";
import { auditLine, START } from "../../../src/site/audit/audit-chain.ts";
import { begunRun } from "../../../src/site/audit/begun-run.ts";
import { ownValueMac } from "../../../src/site/audit/value-mac.ts";
import { Shell } from "../../support/command-line.ts";
import { plannedFrom, siteOfText } from "../../support/planned.ts";

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

test("the audit beside a site says how each setting is known, and has to be whole", async () => {
	const south = `number: "+15550100"\nusers: { 1: { name: ANNA } }\n`;
	writeFileSync(shell.path("south.yaml"), south);
	const mac = await ownValueMac(stateFolder());
	const begun = begunRun(
		plannedFrom(siteOfText(south), forRealPanel([], [])),
		{ number: "+15550100", from: "factory" },
		{ keyword: "PROG", code: "7982" },
		mac,
	);
	const at = Date.UTC(2026, 10, 30, 12);
	const first = auditLine(1, at, begun, START);
	const settled = { type: "settled", message: 0, as: "acknowledged" } as const;
	const second = auditLine(2, at, settled, first.written.hash);
	writeFileSync(shell.path("south.audit"), first.text + second.text);
	const installer = ["handover", "south.yaml", "--for", "installer"];
	expect(shell.run(installer).stdout).toMatch(
		/users\.1\.name<\/td><td class="long">ANNA<\/td><td class="narrow">acknowledged, 2026-11-30 \d\d:00</,
	);
	writeFileSync(
		shell.path("other.audit"),
		first.text.replace("+15550100", "+15550199"),
	);
	expect(shell.run([...installer, "--audit", "other.audit"])).toEqual({
		status: 2,
		stdout: "",
		stderr: "alarmpanel: other.audit:1: it was changed after it was written\n",
	});
	writeFileSync(
		shell.path("other.audit"),
		auditLine(1, at, { ...begun, number: "+15550199" }, START).text,
	);
	expect(shell.run([...installer, "--audit", "other.audit"]).stderr).toBe(
		"alarmpanel: other.audit is of +15550199, and the site of +15550100\n",
	);
	expect(shell.run([...installer, "--audit", "nope"])).toEqual({
		status: 2,
		stdout: "",
		stderr: "alarmpanel: nope: there is no audit\n",
	});
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
