import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, type TestContext, test, vi } from "vitest";
import { initPanelFile, openPanel } from "../../src/device/file/panel-file.ts";
import type { Panel } from "../../src/device/panel.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { type StillClock, virtualClock } from "../../src/time/virtual-clock.ts";
import { temporaryFolder } from "../support/folder.ts";
import { passUntil } from "../support/pass-until.ts";

/** Milliseconds after which a change of the file is looked at. */
const SETTLED = 300;
/** Milliseconds after which what does not fit is looked at again. */
const SECOND_LOOK = 1500;

/*
 * Each waits for the disk, and they wait together.
 */

const by = { from: "+15550101" };

test.concurrent("an edit of the file of a running panel is taken over", async ({
	onTestFinished,
}) => {
	const { panel, file, told, folder, clock } = await running(onTestFinished);
	await panel.text({ ...by, text: "PROG 7982 USRS:2,5678,ANNA,1" });
	edit(file, (text) => text.replace('"ANNA"', '"BEN"'));
	await passUntil(clock, () => told.length > 0);
	expect(told).toEqual([
		"panel-config.json was edited; the panel has taken the edit over",
	]);
	expect(panel.state.users.map(({ name }) => name)).toEqual(["", "BEN"]);
	await panel.text({ ...by, text: "PROG 7982 USRS:3,9876,EVE,1" });
	expect(readFileSync(file, "utf8")).toMatch(/"BEN"[\s\S]*"EVE"/);
	expect(edits(folder)).toEqual([]);
	await panel.close();
});

test.concurrent("an edit in the exit delay is refused, with the reason, and kept", async ({
	onTestFinished,
}) => {
	const { panel, file, told, folder, clock } = await running(onTestFinished);
	await panel.text({ ...by, text: "PROG 7982 MODE:A" });
	const edited = edit(file, (text) => text.replace('"1234"', '"4321"'));
	await passUntil(clock, () => told.length > 1);
	expect(told).toEqual([
		"panel-config.json was edited; the edit is not taken over: a delay is running",
		"the edit is kept as panel-config.edited.json",
	]);
	expect(panel.state.users[0]?.pin).toBe("1234");
	await saved(file, '"1234"');
	expect(kept(folder)).toBe(edited);
	await panel.close();
});

test.concurrent("an edit of an older file does not undo what was confirmed meanwhile", async ({
	onTestFinished,
}) => {
	const { panel, file, told, folder, clock } = await running(onTestFinished);
	const opened = readFileSync(file, "utf8");
	await panel.text({ ...by, text: "PROG 7982 USRS:2,5678,ANNA,1" });
	const edited = opened.replace('"1234"', '"4321"');
	writeFileSync(file, edited);
	await passUntil(clock, () => told.length > 1);
	expect(told[0]).toBe(
		"panel-config.json was edited; the edit is not taken over: the panel was programmed after the file was opened for editing",
	);
	expect(panel.state.users.map(({ name }) => name)).toEqual(["", "ANNA"]);
	expect(kept(folder)).toBe(edited);
	await panel.close();
});

test.concurrent("an edit that does not fit is refused, and half a file is waited for", async ({
	onTestFinished,
}) => {
	const { panel, file, told, folder, clock } = await running(onTestFinished);
	const whole = readFileSync(file, "utf8").replace('"1234"', '"4321"');
	writeFileSync(file, whole.slice(0, 100));
	await passUntil(clock, () => clock.now() === SETTLED);
	// The panel has looked once, and waits.
	while (clock.next === null) await pause(1);
	expect(clock.next).toBe(SETTLED + SECOND_LOOK);
	writeFileSync(file, whole);
	await passUntil(clock, () => told.length > 0);
	expect(told).toEqual([
		"panel-config.json was edited; the panel has taken the edit over",
	]);
	writeFileSync(file, whole.replace('"4321"', '"43x1"'));
	await passUntil(clock, () => told.length > 2);
	expect(told[1]).toContain("the edit is not taken over: panel-config.json: ");
	expect(told[1]).toContain("users.1.pin");
	expect(kept(folder)).toContain('"43x1"');
	await saved(file, '"4321"');
	await panel.close();
});

test.concurrent("an edit just before a save is kept by the save", async ({
	onTestFinished,
}) => {
	const { panel, file, told, folder } = await running(onTestFinished);
	const edited = edit(file, (text) => text.replace('"1234"', '"4321"'));
	await panel.text({ ...by, text: "PROG 7982 USRS:2,5678,ANNA,1" });
	expect(told).toEqual(["the edit is kept as panel-config.edited.json"]);
	expect(kept(folder)).toBe(edited);
	expect(readFileSync(file, "utf8")).toContain('"ANNA"');
	await panel.close();
});

async function running(atEnd: TestContext["onTestFinished"]): Promise<{
	readonly panel: Panel;
	readonly file: string;
	readonly folder: string;
	readonly told: string[];
	/** By which the panel looks at its file. */
	readonly clock: StillClock;
}> {
	const folder = await temporaryFolder(atEnd);
	const file = join(folder, "panel-config.json");
	await initPanelFile(file, vst2752, false, "UTC");
	const told: string[] = [];
	const clock = virtualClock(0);
	const panel = await openPanel({
		file,
		owner: "test",
		control: true,
		number: "+15550100",
		clock: systemClock,
		editClock: clock,
		tell: (remark) => told.push(remark),
		onTrouble: (error) => told.push(String(error)),
	});
	return { panel, file, folder, told, clock };
}

function edit(file: string, change: (text: string) => string): string {
	const before = readFileSync(file, "utf8");
	const after = change(before);
	expect(after).not.toBe(before);
	writeFileSync(file, after);
	return after;
}

/** Waits until the panel has saved its file, with a text in it. */
async function saved(file: string, text: string): Promise<void> {
	await vi.waitFor(() => expect(readFileSync(file, "utf8")).toContain(text), {
		interval: 1,
		timeout: 20_000,
	});
}

function edits(folder: string): string[] {
	return readdirSync(folder).filter((name) => name.includes(".edited"));
}

function kept(folder: string): string {
	expect(edits(folder)).toEqual(["panel-config.edited.json"]);
	return readFileSync(join(folder, "panel-config.edited.json"), "utf8");
}
