import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockPort } from "../../src/ports/port-lock.ts";

const started = Date.UTC(2026, 10, 20, 20);
const claim = { command: "alarmpanel serve", started };

test("links to the same device share one lock, which names its owner", async () => {
	const folder = mkdtempSync(join(tmpdir(), "alarmpanel-ports-"));
	const device = join(folder, "device");
	const link = join(folder, "link");
	writeFileSync(device, "");
	symlinkSync(device, link);
	const locks = join(folder, "locks");
	const lock = await lockPort(device, claim, locks);
	await expect(lockPort(link, claim, locks)).rejects.toThrow(
		`${link} is in use by alarmpanel serve, process ${process.pid} since 2026-11-20T20:00:00Z; end that one first`,
	);
	await lock.release();
	expect(readdirSync(locks)).toEqual([]);
	await (await lockPort(link, claim, locks)).release();
});

test("a link that another user put into the shared folder leads to no file of ours", async () => {
	const folder = mkdtempSync(join(tmpdir(), "alarmpanel-ports-"));
	const locks = join(folder, "locks");
	const precious = join(folder, "yarn");
	mkdirSync(locks);
	writeFileSync(precious, "");
	writeFileSync(`${precious}.lock`, "precious");
	symlinkSync(precious, join(locks, "dev-ttyNOPE"));
	const lock = await lockPort("/dev/ttyNOPE", claim, locks, folder);
	expect(readdirSync(locks).sort()).toEqual([
		"dev-ttyNOPE",
		"dev-ttyNOPE.lock",
	]);
	await lock.release();
	expect(readFileSync(`${precious}.lock`, "utf8")).toBe("precious");
});
