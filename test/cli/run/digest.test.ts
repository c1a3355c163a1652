import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";
import { EVENING, eveningTranscript } from "../../support/evening.ts";

test("run --digest ends with the digest that a replay of the same lines prints", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	writeFileSync(shell.path("evening.smst"), eveningTranscript("evening"));
	const replayed = shell.run(["replay", "evening.smst"]).stdout;
	const [digest] = /sha256:[0-9a-f]{64}/.exec(replayed) ?? [];
	const input = `${EVENING.join("\n")}\n`;
	const { status, stdout } = shell.run(["run", "--digest", "evening"], input);
	expect([status, stdout.split("\n").at(-2)]).toEqual([
		0,
		`# digest ${digest}`,
	]);
	// What it prints is a transcript, with the reports where they left.
	expect(stdout).toContain("@ +25s\n<+15550188 armed by SMS\n");

	const told = shell.run(["run", "--digest", "x", "--json"], "").stdout;
	expect(JSON.parse(told)).toEqual({
		at: "2026-01-01T00:00:00Z",
		digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
	});
	for (const more of [
		["--speed", "60"],
		["--line", "+1555=tcp://127.0.0.1:0"],
	])
		expect(shell.run(["run", "--digest", "x", ...more], "\n")).toMatchObject({
			status: 1,
			stderr: expect.stringContaining("--digest: not with"),
		});
});

test("serve --trace shows what programs and modems say, with its meaning", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const running = shell.start(["serve", "--trace", "--air-time", "0"]);
	await running.until("+15550100 < \\r\\nOK\\r\\n  (OK)");
	running.child.kill("SIGTERM");
	const { status, stderr } = await running.ended;
	expect([status, stderr]).toEqual([
		0,
		expect.stringMatching(/^\+15550100 > AT.*\\r {2}\(.*\)$/m),
	]);
});
