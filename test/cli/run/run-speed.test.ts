import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ExitCode } from "../../../src/cli/line/exit-code.ts";
import { talk } from "../../../src/cli/run/talk-in-pipe.ts";
import { startPanel } from "../../../src/device/panel.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import { memoryStore } from "../../../src/store/memory-store.ts";
import { aheadClock } from "../../../src/time/ahead-clock.ts";
import { scaledClock } from "../../../src/time/scaled-clock.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";
import { factory } from "../../support/panel-builder.ts";
import { NOON, PANEL, PHONE } from "../../support/texting.ts";
import { typed } from "../../support/typed-verb.ts";

let stdout = "";
let stderr = "";
beforeEach(() => {
	stdout = "";
	stderr = "";
	vi.spyOn(process.stdout, "write").mockImplementation((text) => {
		stdout += text;
		return true;
	});
	vi.spyOn(process.stderr, "write").mockImplementation((text) => {
		stderr += text;
		return true;
	});
});
afterEach(() => void vi.restoreAllMocks());

test("at 60 times the speed an exit delay is half a second, and the transcript says so", async () => {
	const at = await piped(60);
	await at.line("PROG 7982 MODE:A", "MODE:OK\n");
	await at.passes(499);
	expect(stdout).toBe("> PROG 7982 MODE:A\n< MODE:OK\n");
	await at.passes(1);
	await at.line("? runtime.mode away", "away\n");
	await at.passes(9);
	await at.passes(9);
	await at.line("@ +1m", "@ +1m\n");
	await at.line("PROG 7982 ECHO:", "ECHO:OK\n");
	expect(await at.end()).toBe(ExitCode.ok);
	expect(stdout).toBe(`> PROG 7982 MODE:A
< MODE:OK
@ +30s
? runtime.mode away
@ +1s
@ +1m
> PROG 7982 ECHO:
< ECHO:OK
`);
	expect(stderr).toBe(
		"2026-11-20T12:00:30Z armed away\nthe panel tests itself\n",
	);
});

test("what a line of the transcript lets happen is told once, by its line", async () => {
	const at = await piped(60);
	await at.line("PROG 7982 MODE:A", "MODE:OK\n");
	await at.line("@ +30s", "@ +30s\n");
	await at.line("! panel tamper", "! panel tamper\n");
	await at.line("PROG 7982 MODE:D", "MODE:OK\n");
	expect(await at.end()).toBe(ExitCode.ok);
	expect(stdout).toBe(`> PROG 7982 MODE:A
< MODE:OK
@ +30s
! panel tamper
> PROG 7982 MODE:D
< MODE:OK
`);
	expect(stderr).toBe(`2026-11-20T12:00:30Z armed away
2026-11-20T12:00:30Z trouble panel-tamper
2026-11-20T12:00:30Z alarm panel-tamper
the siren sounds
the siren stops
`);
});

test.each(["0", "-1", "fast", "1e999", "Infinity"])(
	"a speed of %s is no speed",
	async (speed) => {
		vi.restoreAllMocks();
		expect(await typed("run", ["--speed", speed])).toEqual({
			code: ExitCode.usage,
			stdout: "",
			stderr: `alarmpanel: --speed: a number above 0 such as 60 or 0.5, not ${speed}\nalarmpanel --help says more\n`,
		});
	},
);

// Helpers

/** A panel at noon that is typed at through a pipe, and the clock of the world around it. */
async function piped(speed: number) {
	const below = virtualClock(NOON);
	const clock = aheadClock(scaledClock(below, speed));
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock,
		store: memoryStore(factory),
		onTrouble: (error) => {
			throw error;
		},
	});
	const input = new PassThrough();
	const options = { input, from: PHONE, clock, timed: true };
	const talking = talk(panel, {
		...options,
		showSecrets: false,
		hasModem: false,
	});
	return {
		/** Types a line, and waits until the transcript ends with its end. */
		async line(text: string, end: string) {
			input.write(`${text}\n`);
			while (!stdout.endsWith(end)) await settled();
		},
		async passes(milliseconds: number) {
			await below.advanceTo(below.now() + milliseconds);
		},
		async end() {
			input.end();
			const code = await talking;
			await panel.close();
			return code;
		},
	};
}

function settled(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
