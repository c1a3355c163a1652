import { writeFileSync } from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
import { askedOnTerminal } from "../../support/asked-on-terminal.ts";
import { Shell } from "../../support/command-line.ts";
import { panelBeside } from "../../support/panel-beside.ts";
import { tcpModems } from "../../support/tcp-modem.ts";

const bench = tcpModems();

/** A folder with a site of its own. */
function shellWith(name: string): Shell {
	const shell = new Shell();
	writeFileSync(
		shell.path("site.yaml"),
		`number: "+15550200"\nusers: { 1: { name: ${name}, pin: "\${A_PIN}" } }\n`,
	);
	return shell;
}

function started(shell: Shell, args: readonly string[]) {
	const running = shell.start(args, { TMPDIR: shell.folder, A_PIN: "4711" });
	onTestFinished(() => void running.child.kill("SIGKILL"));
	return running;
}

const NOT_BEGUN = `  0 of 1 message confirmed, 0 SMS sent\n`;

test("of two processes that apply to one panel the second sends nothing, whatever file names it", async () => {
	const [first, second] = [shellWith("ANNA"), shellWith("BEN")];
	const [quiet, modem] = [await bench(), await bench()];
	const heard = panelBeside(modem, "+15550200");
	const args = ["apply", "site.yaml", "--yes", "--modem"];
	const waiting = started(first, [...args, quiet.url]);
	await waiting.until("sending PROG 7982 ECHO:");

	const refused = await started(second, [...args, modem.url]).ended;
	const since = /since (\S+)\n/.exec(refused.stdout)?.[1];
	expect(refused).toEqual({
		status: 4,
		stdout: `site.yaml (+15550200): skipped: panel +15550200 is in use by alarmpanel apply, process ${waiting.child.pid} since ${since}
${NOT_BEGUN}`,
		stderr: `plan for a real vst-2752 at +15550200, from unknown: 1 message, 1 SMS

1  PROG 7982 USRS:1,\${A_PIN},BEN
   by the manual (VST, MZ57); 25 characters, gsm-7, 1 SMS
   users.1.name: BEN
   users.1.pin: \${A_PIN}

warning: what the panel has is not known, so this was not rehearsed
to +15550200: up to 3 SMS
`,
	});
	expect(heard).toEqual([]);

	// Who is gone has it no more.
	waiting.child.kill("SIGINT");
	expect((await waiting.ended).status).toBe(130);
	expect((await started(second, [...args, modem.url]).ended).stdout).toBe(
		`site.yaml (+15550200): done: every message is confirmed
  1 of 1 message confirmed, 3 SMS sent
  users.1.pin   acknowledged
  users.1.name  acknowledged
`,
	);
});

test("what was applied while somebody was asked is not sent again", async () => {
	const shell = shellWith("ANNA");
	const modem = await bench();
	vi.stubEnv("A_PIN", "4711");
	onTestFinished(() => void vi.unstubAllEnvs());
	const heard = panelBeside(modem, "+15550200");
	const args = ["apply", "site.yaml", "--modem", modem.url];
	const asked = askedOnTerminal(shell, args, [
		{
			at: "to send: ",
			type: async () => {
				const other = await started(shell, [...args, "--yes"]).ended;
				expect(other.status).toBe(0);
				return "+15550200\r";
			},
		},
	]);
	expect(await asked).toEqual({
		status: 4,
		shown: `plan for a real vst-2752 at +15550200, from unknown: 1 message, 1 SMS

1  PROG 7982 USRS:1,\${A_PIN},ANNA
   by the manual (VST, MZ57); 26 characters, gsm-7, 1 SMS
   users.1.name: ANNA
   users.1.pin: \${A_PIN}

warning: what the panel has is not known, so this was not
  rehearsed
to +15550200: up to 3 SMS
the P-Word and the code go to +15550200; type that number to send: +15550200
site.yaml (+15550200): skipped: site.audit: another run has written to it since this was planned; apply again plans from what it knows now
${NOT_BEGUN}`,
	});
	expect(heard).toEqual([
		"PROG 7982 ECHO:",
		"PROG 7982 MOD?:",
		"PROG 7982 USRS:1,4711,ANNA",
	]);
});
