import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { initPanelFile, openPanel } from "../../src/device/file/panel-file.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { lockOwner } from "../../src/store/lock.ts";
import { startOf } from "../../src/store/process-identity.ts";
import { fakeMachine } from "../../src/time/fake-machine.ts";
import { steadyClock } from "../../src/time/steady-clock.ts";
import { temporaryFolder } from "../support/folder.ts";
import { NOON } from "../support/texting.ts";

test("of two panels on one file, one whose lock was deleted by hand, only the owner of the lock writes", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	await initPanelFile(file, vst2752, false, "UTC");
	const panel = await openPanel({
		file,
		owner: "alarmpanel serve",
		number: "+15550100",
		clock: steadyClock(fakeMachine(NOON)),
		onTrouble: () => {},
	});
	const programs = (pin: string) =>
		panel.text({ from: "+15550101", text: `PROG 7982 USRS:1,${pin}` });
	await rm(`${file}.lock`);
	await programs("4711");
	const owner = await lockOwner(file);
	expect(owner?.pid).toBe(process.pid);
	// The process that started this one lives, and is another.
	const pid = process.ppid;
	const other = { ...owner, pid, processStart: startOf(pid) };
	await writeFile(`${file}.lock`, JSON.stringify(other));
	const before = await readFile(file, "utf8");
	await expect(programs("4712")).rejects.toThrow(
		`panel-config.json cannot be written: panel-config.json is in use by alarmpanel serve, process ${pid} since 2026-11-20T12:00:00Z`,
	);
	expect(await readFile(file, "utf8")).toBe(before);
	expect(panel.state.users[0]?.pin).toBe("4711");
	await rm(`${file}.lock`);
	await programs("4713");
	expect(await readFile(file, "utf8")).toContain('"4713"');
	await panel.close();
});
