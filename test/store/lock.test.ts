import {
	mkdir,
	readdir,
	readFile,
	rm,
	stat,
	symlink,
	writeFile,
} from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause, setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { acquireLock, LockedError, lockOwner } from "../../src/store/lock.ts";
import type { LockOwner } from "../../src/store/lock-owner.ts";
import { pidNamespace, startOf } from "../../src/store/process-identity.ts";
import { temporaryFolder } from "../support/folder.ts";

const started = Date.UTC(2026, 10, 20, 10);
const claim = { command: "alarmpanel run", started };

test("the lock names its owner, and goes when it is released", async () => {
	const folder = await temporaryFolder();
	const file = join(folder, "panel-config.json");
	const lock = await acquireLock(file, claim);
	const owner: LockOwner = {
		pid: process.pid,
		host: hostname(),
		started: "2026-11-20T10:00:00Z",
		command: "alarmpanel run",
		control: null,
		processStart: startOf(process.pid),
		pidNamespace: pidNamespace(),
	};
	expect(JSON.parse(await readFile(`${file}.lock`, "utf8"))).toEqual(owner);
	expect((await stat(`${file}.lock`)).mode & 0o777).toBe(0o600);
	expect(await lockOwner(file)).toEqual(owner);
	await lock.release();
	await lock.release();
	expect(await lockOwner(file)).toBeNull();
	expect(await readdir(folder)).toEqual([]);
});

test("a lock that cannot be removed, as on a disk that is read-only now, fails nobody's end", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const lock = await acquireLock(file, claim);
	await rm(`${file}.lock`);
	await mkdir(`${file}.lock`);
	await expect(lock.release()).resolves.toBeUndefined();
});

test("a lock that somebody deleted is made again, and one that another took meanwhile is refused", async () => {
	const folder = await temporaryFolder();
	const file = join(folder, "panel-config.json");
	const lock = await acquireLock(file, claim);
	await lock.demand();
	await rm(`${file}.lock`);
	await lock.demand();
	expect(await lockOwner(file)).toEqual(lock.owner);
	await rm(`${file}.lock`);
	// The process that started this one lives, and is another.
	const other: LockOwner = {
		...lock.owner,
		pid: process.ppid,
		processStart: startOf(process.ppid),
	};
	await writeFile(`${file}.lock`, JSON.stringify(other));
	await expect(lock.demand()).rejects.toThrow(
		`panel-config.json is in use by alarmpanel run, process ${process.ppid} since 2026-11-20T10:00:00Z`,
	);
	await lock.release();
	expect(await lockOwner(file)).toEqual(other);
});

test("who comes second is told who has it", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const lock = await acquireLock(file, claim);
	const second = acquireLock(file, { command: "alarmpanel serve", started });
	await expect(second).rejects.toThrow(
		new LockedError(file, lock.owner).message,
	);
	await expect(second).rejects.toThrow(
		`panel-config.json is in use by alarmpanel run, process ${process.pid} since 2026-11-20T10:00:00Z`,
	);
	expect((await lockOwner(file))?.command).toBe("alarmpanel run");
});

test("two names for one file share the lock", async () => {
	const folder = await temporaryFolder();
	const file = join(folder, "panel-config.json");
	await writeFile(file, "{}");
	await symlink("panel-config.json", join(folder, "other.json"));
	await acquireLock(join(folder, "other.json"), claim);
	await expect(acquireLock(file, claim)).rejects.toThrow(LockedError);
});

test("an owner announces where it can be spoken to", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const lock = await acquireLock(file, claim);
	await lock.announce("/run/panel.sock");
	expect((await lockOwner(file))?.control).toBe("/run/panel.sock");
	await lock.release();
	expect(await lockOwner(file)).toBeNull();
	await expect(lock.announce(null)).rejects.toThrow(
		"panel-config.json.lock is not ours any more",
	);
});

test("a lock that was deleted and taken by another is not released", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const lock = await acquireLock(file, claim);
	await writeFile(`${file}.lock`, text({ pid: process.ppid }));
	await lock.release();
	expect((await lockOwner(file))?.pid).toBe(process.ppid);
});

test("a folder that is not there", async () => {
	const file = join(await temporaryFolder(), "gone", "panel-config.json");
	await expect(acquireLock(file, claim)).rejects.toThrow(
		"panel-config.json cannot be written: its folder is not there (ENOENT)",
	);
});

describe("a lock that nobody holds any more is taken over", () => {
	test.each([
		["of a process that is gone", text({ pid: 999_999_999 })],
		["that a crash left empty", ""],
		["that a crash left torn", text({}).slice(0, 20)],
	])("%s", async (_, left) => {
		const folder = await temporaryFolder();
		const file = join(folder, "panel-config.json");
		await writeFile(`${file}.lock`, left);
		expect(await lockOwner(file)).toBeNull();
		await acquireLock(file, claim);
		expect((await lockOwner(file))?.pid).toBe(process.pid);
		expect(await readdir(folder)).toEqual(["panel-config.json.lock"]);
	});

	test.skipIf(startOf(process.pid) === null)(
		"of a process whose number another one has got",
		async () => {
			const file = join(await temporaryFolder(), "panel-config.json");
			const earlier = { pid: process.ppid, processStart: "boot:1" };
			await writeFile(`${file}.lock`, text(earlier));
			await acquireLock(file, claim);
			expect((await lockOwner(file))?.pid).toBe(process.pid);
		},
	);

	test("by one of several who come at once", async () => {
		for (let round = 0; round < 20; round += 1) {
			const folder = await temporaryFolder();
			const file = join(folder, "panel-config.json");
			await writeFile(`${file}.lock`, text({ pid: 999_999_999 }));
			const results = await Promise.allSettled(
				Array.from({ length: 8 }, async (_, racer) => {
					// One finds the dead lock just before another has taken it over.
					for (let turn = 0; turn < racer * round; turn += 1)
						await setImmediate();
					return acquireLock(file, claim);
				}),
			);
			const refusals = results.flatMap((result) =>
				result.status === "rejected" ? [result.reason] : [],
			);
			const locks = results.flatMap((result) =>
				result.status === "fulfilled" ? [result.value] : [],
			);
			expect(refusals).toHaveLength(7);
			for (const refusal of refusals)
				expect(refusal).toBeInstanceOf(LockedError);
			expect(await readdir(folder)).toEqual(["panel-config.json.lock"]);
			for (const lock of locks) await lock.release();
		}
	});

	test("also when who took it over before died while doing so", async () => {
		const folder = await temporaryFolder();
		const file = join(folder, "panel-config.json");
		await writeFile(`${file}.lock`, text({ pid: 999_999_999 }));
		await writeFile(`${file}.lock.takeover`, text({ pid: 999_999_998 }));
		const torn = ".panel-config.json.lock.takeover.999999998-1.tmp";
		await writeFile(join(folder, torn), "{");
		await acquireLock(file, claim);
		expect(await readdir(folder)).toEqual(["panel-config.json.lock"]);
	});
});

test("a lock of a short command is waited for, one of a panel that takes requests is not", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const first = await acquireLock(file, claim);
	const second = acquireLock(file, claim, { patience: 10_000 });
	// It tries every 50 ms.
	await pause(60);
	await first.release();
	const lock = await second;
	await lock.announce("/tmp/control");
	const begun = performance.now();
	await expect(acquireLock(file, claim, { patience: 60_000 })).rejects.toThrow(
		LockedError,
	);
	expect(performance.now() - begun).toBeLessThan(10_000);
	await lock.release();
});

describe("a lock that somebody may hold is respected", () => {
	test("of a live process, where nobody can tell when it started", async () => {
		const file = join(await temporaryFolder(), "panel-config.json");
		await writeFile(`${file}.lock`, text({ pid: process.ppid }));
		await expect(acquireLock(file, claim)).rejects.toThrow(LockedError);
	});

	test("of another machine, whatever its process", async () => {
		const file = join(await temporaryFolder(), "panel-config.json");
		const elsewhere = { pid: 999_999_999, host: "attic" };
		await writeFile(`${file}.lock`, text(elsewhere));
		await expect(acquireLock(file, claim)).rejects.toThrow(
			"panel-config.json is in use by alarmpanel run, process 999999999 since 2026-11-19T00:00:00Z on attic; if it has ended, delete panel-config.json.lock",
		);
	});
});

/** A lock of this machine, with some things different. */
function text(difference: Partial<LockOwner>): string {
	return JSON.stringify({
		pid: process.pid,
		host: hostname(),
		started: "2026-11-19T00:00:00Z",
		command: "alarmpanel run",
		control: null,
		processStart: null,
		...difference,
	});
}

describe("what is no lock is left alone", () => {
	test("a text of somebody else", async () => {
		const file = join(await temporaryFolder(), "panel-config.json");
		await writeFile(`${file}.lock`, "dependencies:\n");
		await expect(acquireLock(file, claim)).rejects.toThrow(
			"panel-config.json.lock cannot be written: it exists, and is no lock of a panel",
		);
		expect(await readFile(`${file}.lock`, "utf8")).toBe("dependencies:\n");
	});

	test.skipIf(process.platform === "win32")(
		"a link, whether it leads anywhere or not",
		async () => {
			const folder = await temporaryFolder();
			const file = join(folder, "panel-config.json");
			await symlink(join(folder, "nowhere"), `${file}.lock`);
			await expect(acquireLock(file, claim)).rejects.toThrow(
				"panel-config.json.lock cannot be written: it is a symbolic link",
			);
			await expect(lockOwner(file)).rejects.toThrow("it is a symbolic link");
		},
	);

	test("what a link leads to, where links are not followed", async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, "yarn.lock"), "precious");
		await symlink(join(folder, "yarn"), join(folder, "dev-ttyUSB0"));
		const port = join(folder, "dev-ttyUSB0");
		const lock = await acquireLock(port, claim, { follow: false });
		expect((await readdir(folder)).sort()).toEqual([
			"dev-ttyUSB0",
			"dev-ttyUSB0.lock",
			"yarn.lock",
		]);
		await lock.release();
		expect(await readFile(join(folder, "yarn.lock"), "utf8")).toBe("precious");
	});
});

test("an owner in another container counts as live, one of an earlier boot does not", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const lock = await acquireLock(file, claim);
	const { owner } = lock;
	const other = { ...owner, pid: 999_999_999, pidNamespace: "pid:[1]" };
	await writeFile(`${file}.lock`, JSON.stringify(other));
	await expect(acquireLock(file, claim)).rejects.toThrow(LockedError);
	const earlier = { ...other, processStart: "0000:1" };
	await writeFile(`${file}.lock`, JSON.stringify(earlier));
	await acquireLock(file, claim);
	expect((await lockOwner(file))?.pid).toBe(process.pid);
});

test("a short command is waited for, a panel that takes requests is not", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const short = await acquireLock(file, claim);
	const waiting = acquireLock(file, claim, { patience: 10_000 });
	await short.release();
	const panel = await waiting;
	await panel.announce("/run/panel.sock");
	await expect(acquireLock(file, claim, { patience: 10_000 })).rejects.toThrow(
		LockedError,
	);
});
