import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { channel } from "../../../src/network/channel.ts";
import { SECOND } from "../../../src/time/units.ts";
import { Shell } from "../../support/command-line.ts";
import { panelBeside } from "../../support/panel-beside.ts";
import { tcpModems } from "../../support/tcp-modem.ts";

const bench = tcpModems();

test("a process that is killed while an answer is under way is resumed, and sends nothing twice", async () => {
	const shell = new Shell();
	writeFileSync(
		shell.path("site.yaml"),
		`number: "+15550200"
users:
  1: { name: ANNA, pin: "\${A_PIN}" }
  2: { name: BEN, pin: "\${B_PIN}" }
`,
	);
	const late = { kind: "delay", duration: 400 } as const;
	const modem = await bench({
		through: channel([{ effect: late, from: "+15550200" }]),
	});
	const heard = panelBeside(modem, "+15550200");
	const args = ["apply", "site.yaml", "--yes", "--modem", modem.url];
	const start = (more: readonly string[] = []) => {
		const running = shell.start([...args, ...more], {
			TMPDIR: shell.folder,
			A_PIN: "4711",
			B_PIN: "4712",
		});
		onTestFinished(() => void running.child.kill("SIGKILL"));
		return running;
	};

	const first = start();
	await expect
		.poll(() => heard.at(-1), { timeout: 10 * SECOND, interval: 20 })
		.toBe("PROG 7982 USRS:1,4711,ANNA");
	first.child.kill("SIGKILL");
	await first.ended;
	// The power failed within a character of a line.
	const torn = Buffer.from('{"line":9,"text":"JÜ').subarray(0, -1);
	appendFileSync(shell.path("site.audit"), torn);

	const { status, stderr } = await start().ended;
	expect(status).toBe(1);
	expect(stderr).toBe(
		"alarmpanel: the last run of site.yaml was not finished, and it is not known whether its last message was carried out; --resume goes on with it\nalarmpanel apply --help says more\n",
	);
	const resumed = await start(["--resume"]).ended;
	const until = /delivered until (\S+);/.exec(resumed.stderr)?.[1];
	expect(until).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
	expect(resumed.stderr.split("\n").slice(-10)).toEqual([
		"to +15550200: up to 4 SMS",
		`site.yaml: what was sent before may be delivered until ${until}; nothing is sent before that, unless it is answered`,
		"site.yaml: late: USRS:OK (1 of 2)",
		"site.yaml: sending PROG 7982 ECHO:",
		"site.yaml: ECHO:OK",
		"site.yaml: sending PROG 7982 MOD?:",
		"site.yaml: an answer of 6 characters",
		`site.yaml: sending PROG 7982 USRS:2,\${B_PIN},BEN`,
		"site.yaml: USRS:OK (2 of 2)",
		"",
	]);
	expect(resumed).toMatchObject({
		status: 0,
		stdout: `site.yaml (+15550200): done: every message is confirmed
  2 of 2 messages confirmed, 3 SMS sent
  users.1.pin   acknowledged
  users.1.name  acknowledged
  users.2.pin   acknowledged
  users.2.name  acknowledged
`,
	});
	expect(heard).toEqual([
		"PROG 7982 ECHO:",
		"PROG 7982 MOD?:",
		"PROG 7982 USRS:1,4711,ANNA",
		"PROG 7982 ECHO:",
		"PROG 7982 MOD?:",
		"PROG 7982 USRS:2,4712,BEN",
	]);
	const audit = readFileSync(shell.path("site.audit"), "utf8");
	expect(audit).not.toMatch(/471[12],/);
	expect(shell.run(["audit", "verify", "site.yaml"]).status).toBe(0);
});
