import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runOnTrouble } from "../../../src/cli/service/on-trouble.ts";
import { startPanel } from "../../../src/device/panel.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import { readTypedEvent } from "../../../src/panel/typed-event.ts";
import { memoryStore } from "../../../src/store/memory-store.ts";
import { systemClock } from "../../../src/time/system-clock.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";
import { wait } from "../../../src/time/wait.ts";
import { Shell } from "../../support/command-line.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { fresh, NOON, PANEL } from "../../support/texting.ts";

/** A panel whose troubles a script is told; `$OUT` in it is a file. */
async function aPanel(script: string, patience?: number) {
	const folder = await temporaryFolder();
	const program = join(folder, "tell me"); // a shell would take it for two words
	const out = join(folder, "out");
	writeFileSync(program, `#!/bin/sh\nOUT='${out}'\n${script}\n`);
	chmodSync(program, 0o755);
	const clock = virtualClock(NOON);
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock,
		store: memoryStore(fresh(vst2752)),
		onTrouble() {},
	});
	const remarks: string[] = [];
	const end = runOnTrouble({
		program,
		panel,
		clock,
		complain: (remark) => remarks.push(remark.replace(program, "PROGRAM")),
		...(patience === undefined ? {} : { patience }),
	});
	onTestFinished(end);
	return {
		clock,
		remarks,
		end,
		async happens(step: string) {
			const read = readTypedEvent(step);
			if (!read.ok) throw new Error(read.fault.message);
			await panel.happens(read.event);
		},
		told: () =>
			existsSync(out)
				? readFileSync(out, "utf8")
						.split("\n")
						.filter((line) => line !== "")
						.map((line) => JSON.parse(line))
				: [],
		async until(holds: () => boolean) {
			for (let turn = 0; !holds() && turn < 200; turn += 1)
				await wait(systemClock, 20);
			expect(holds()).toBe(true);
		},
	};
}

test("a trouble that begins and ends, as JSON on stdin", async () => {
	const panel = await aPanel('cat >> "$OUT"');
	await panel.happens("mains fail");
	await panel.happens("mains restore");
	await panel.until(() => panel.told().length === 2);
	const at = "2026-11-20T12:00:00.000Z";
	const trouble = { at, trouble: "mains", words: "mains failure", zone: 0 };
	expect(panel.told()).toEqual([
		{ ...trouble, present: true, since: at },
		{ ...trouble, present: false, since: at },
	]);
	expect(panel.remarks).toEqual([]);
});

test("a network that is away is told after ten minutes, a short absence never", async () => {
	const panel = await aPanel('cat >> "$OUT"');
	await panel.happens("gsm lost");
	await panel.clock.advanceTo(NOON + 500_000);
	await panel.happens("gsm found");
	await panel.clock.advanceTo(NOON + 1_000_000);
	await panel.happens("gsm lost");
	await panel.clock.advanceTo(NOON + 1_599_000);
	await wait(systemClock, 100);
	expect(panel.told()).toEqual([]);
	await panel.clock.advanceTo(NOON + 1_600_000);
	await panel.until(() => panel.told().length === 1);
	await panel.happens("gsm found");
	await panel.until(() => panel.told().length === 2);
	expect(
		panel.told().map(({ trouble, present }) => [trouble, present]),
	).toEqual([
		["gsm", true],
		["gsm", false],
	]);
});

test("one that fails is said, and does not hold up the next", async () => {
	const panel = await aPanel(
		'read line; case "$line" in *mains*) exit 7;; esac; echo "$line" >> "$OUT"',
	);
	await panel.happens("mains fail");
	await panel.happens("panel tamper");
	await panel.until(() => panel.told().length === 1);
	expect(panel.remarks).toEqual(["--on-trouble: PROGRAM failed: exit code 7"]);
});

test("a hanging program is killed with what it started", async () => {
	const panel = await aPanel('sleep 600 & echo "[$!]" >> "$OUT"; wait', 500);
	await panel.happens("mains fail");
	await panel.until(() => panel.remarks.length === 1);
	expect(panel.remarks).toEqual([
		"--on-trouble: PROGRAM did not end within 0.5 s and was killed",
	]);
	const [[grandchild]] = panel.told();
	await panel.until(() => !isRunning(grandchild));
});

test("what is no program is wrong usage", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const { status, stdout, stderr } = shell.run([
		"serve",
		"--on-trouble",
		"mail -s alarm me",
	]);
	expect([status, stdout, stderr]).toEqual([
		1,
		"",
		"alarmpanel: --on-trouble: mail -s alarm me is no program that can be run; it takes no arguments: name a script\nalarmpanel serve --help says more\n",
	]);
});

/** A process that was killed may be left for its parent to bury. */
function isRunning(pid: number): boolean {
	try {
		return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
	} catch {
		return false;
	}
}
