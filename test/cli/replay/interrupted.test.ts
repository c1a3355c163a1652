import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { COMMAND } from "../../support/command-line.ts";
import { temporaryFolder } from "../../support/folder.ts";

/** Each expression takes a second, and is another: a minute of work without a pause. */
const BUSY = Array.from(
	{ length: 60 },
	(_, at) => `> PROG 7982 PIN?\n< /(.*)*x${at}/\n`,
).join("");

test.each(["SIGINT", "SIGTERM"] as const)(
	"%s ends a replay that is busy",
	async (signal) => {
		const file = join(await temporaryFolder(), "busy.smst");
		writeFileSync(file, BUSY);
		const child = spawn(process.execPath, [COMMAND, "replay", file], {
			stdio: "ignore",
		});
		onTestFinished(() => void child.kill("SIGKILL"));
		const exit = once(child, "exit");
		await untilBusy(child.pid ?? 0);
		expect(child.exitCode).toBeNull();
		child.kill(signal);
		expect(await exit).toEqual([null, signal]);
	},
);

/** Waits until a process has worked for longer than its start takes, however busy the machine. */
async function untilBusy(pid: number): Promise<void> {
	if (!existsSync(`/proc/${pid}/stat`)) return later(3000);
	for (let worked = 0; worked < 100; await later(20)) {
		// Behind the name, which may have blanks: the fields from the third on.
		const [, stat = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
		const [user, system] = stat.split(" ").slice(11);
		// In hundredths of a second.
		worked = Number(user) + Number(system);
	}
}
