import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import fc from "fast-check";
import { expect, test } from "vitest";
import { respond } from "../../src/firmware/respond.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { COMMAND, Shell } from "../support/command-line.ts";
import { fresh, PANEL, PHONE } from "../support/texting.ts";

const MESSAGES = 500;
const KILLS = 40;

/**
 * The process is killed, as by pulling the plug on it, at some point of a
 * stream of messages. What it has confirmed until then must be in the file, and
 * the file must load. One message more may be in it: durable, not yet confirmed.
 */
test(`${KILLS} times SIGKILL in a stream of ${MESSAGES} messages loses no confirmed change`, async () => {
	const points = fc.sample(fc.integer({ min: 0, max: MESSAGES - 1 }), KILLS);
	for (const point of points) {
		const shell = new Shell();
		shell.run(["config", "init"]);
		const confirmed = await killedAfter(shell, point);
		expect(confirmed).toBeGreaterThanOrEqual(point);

		const { users } = JSON.parse(
			readFileSync(shell.path("panel-config.json"), "utf8"),
		);
		expect([users, shell.run(["status"]).status]).toEqual([
			expect.toBeOneOf([usersAfter[confirmed], usersAfter[confirmed + 1]]),
			0,
		]);
		// It goes on from there, over the lock and the scraps of the dead.
		expect(shell.run(["text", "PROG 7982 ECHO:"]).stdout).toBe("ECHO:OK\n");
	}
});

// Helpers

const messages = Array.from({ length: MESSAGES }, (_, at) => {
	const pin = String(at + 2000).padStart(4, "0");
	return `PROG 7982 USRS:${(at % 9) + 2},${pin},NAME${at},${at % 2}`;
});

/** The users when so many messages were carried out. */
const usersAfter: PanelState["users"][] = [fresh(vst2752).users];
let state = fresh(vst2752);
for (const text of messages) {
	const identity = { model: vst2752, number: PANEL };
	({ state } = respond(identity, state, { from: PHONE, text }, 0));
	usersAfter.push(state.users);
}

/** Runs the stream and kills it behind so many replies; gives how many it got out. */
async function killedAfter(shell: Shell, replies: number): Promise<number> {
	const child = spawn(process.execPath, [COMMAND, "run"], {
		cwd: shell.folder,
		stdio: ["pipe", "pipe", "ignore"],
	});
	const exit = once(child, "exit");
	child.stdin.on("error", () => {});
	child.stdin.end(`${messages.join("\n")}\n`);
	let confirmed = 0;
	for await (const line of createInterface({ input: child.stdout })) {
		if (line === "< USRS:OK") confirmed += 1;
		if (confirmed >= replies) child.kill("SIGKILL");
	}
	await exit;
	return confirmed;
}
