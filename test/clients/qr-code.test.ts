import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "@lydell/node-pty";
import { expect } from "vitest";
import { COMMAND, Shell } from "../support/command-line.ts";
import {
	darkTerminal,
	lightTerminal,
	terminalPicture,
} from "../support/terminal-picture.ts";
import { clients, testWith } from "./support/installed.ts";

/*
 * A phone reads what the screen shows. A picture of the screen is made here, a
 * reader that we did not write reads it.
 */

const terminals = { dark: darkTerminal, light: lightTerminal };

for (const [name, colors] of Object.entries(terminals)) {
	testWith(
		[clients.zbarimg],
		`zbarimg reads the QR code of compose from a ${name} terminal`,
		async () => {
			const shell = new Shell();
			const shown = await onTerminal(shell, [
				...["compose", "USRS", "user=1", "pin=1234", "latch=1"],
				...["--to", "+15550100", "--qr"],
			]);
			expect(read(shell, terminalPicture(shown, colors))).toBe(
				"sms:+15550100?body=PROG%207982%20USRS%3A1%2C1234%2C%2C1\n",
			);
		},
	);

	testWith(
		[clients.zbarimg],
		`zbarimg reads the QR code of otp uri from a ${name} terminal`,
		async () => {
			const shell = new Shell();
			shell.run(["config", "init"]);
			shell.run(["people", "add", "+33612345678", "--name", "Anna"]);
			const shown = await onTerminal(shell, ["otp", "uri", "Anna"]);
			const { stdout: uri } = shell.run(["otp", "uri", "Anna"]);
			expect(uri).toMatch(/^otpauth:\/\/totp\/.*Anna/);
			expect(read(shell, terminalPicture(shown, colors))).toBe(uri);
		},
	);
}

/** What a command writes on a terminal of 120 columns. */
async function onTerminal(
	{ folder }: Shell,
	args: readonly string[],
): Promise<string> {
	const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
	const terminal = spawn(process.execPath, [COMMAND, ...args], {
		cwd: folder,
		cols: 120,
		env: { ...env, TERM: "xterm-256color" },
	});
	let shown = "";
	terminal.onData((text) => {
		shown += text;
	});
	await new Promise((resolve) => terminal.onExit(resolve));
	return shown;
}

function read(shell: Shell, picture: Buffer): string {
	const file = join(shell.folder, "screen.ppm");
	writeFileSync(file, picture);
	const { stdout, stderr } = spawnSync("zbarimg", ["--raw", "--quiet", file], {
		encoding: "utf8",
	});
	return stdout === "" ? stderr : stdout;
}
