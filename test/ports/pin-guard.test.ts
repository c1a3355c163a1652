import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { PinRecord } from "../../src/modem/link/sim.ts";
import { type PinFolders, pinGuard } from "../../src/ports/pin-guard.ts";
import { stateFolder } from "../../src/ports/state-folder.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { drivenBy } from "../support/driven-modem.ts";

const clock = virtualClock(Date.UTC(2026, 10, 20, 20));
const line = "serial:///dev/ttyUSB0?baud=115200";

test("a PIN that was entered on a line and did not prove right is found there, and no other", async () => {
	const folders = newFolders();
	const guard = pinGuard(clock, folders);
	expect(await guard.find(line, "1234")).toBe(null);
	await guard.add(line, "1234");
	await guard.add(line, "1111");
	const [one, other] = [folders.shared, folders.own].map((folder) =>
		join(folder, "dev-ttyUSB0.refused-pin"),
	);
	const fault = {
		reason:
			"the SIM refused this PIN before (2026-11-20T20:00:00.000Z); it is not tried again",
		advice: `correct the PIN; if the SIM is another one now, delete ${one} and ${other}`,
		final: true,
	};
	expect(await guard.find(line, "1234")).toEqual(fault);
	expect(await guard.find(line, "1111")).toEqual(fault);
	expect(await guard.find("serial:///dev/ttyUSB0?baud=9600", "1234")).toEqual(
		fault,
	);
	expect(await guard.find(line, "4321")).toBe(null);
	expect(await guard.find("tcp://b:1", "1234")).toBe(null);
	for (const folder of [folders.shared, folders.own]) {
		expect(readdirSync(folder)).toEqual(["dev-ttyUSB0.refused-pin"]);
		const file = join(folder, "dev-ttyUSB0.refused-pin");
		expect(readFileSync(file, "utf8")).not.toContain('"1234"');
	}
});

test("links to one device share what is known of it", async () => {
	const folders = newFolders();
	const guard = quickGuard(folders);
	const link = join(folders.own, "modem");
	symlinkSync("/dev/null", link);
	await guard.add(`serial://${link}?baud=115200`, "1234");
	expect(await guard.find("serial:///dev/null?baud=115200", "1234")).not.toBe(
		null,
	);
});

test("a PIN that proves right is forgotten, a wrong one beside it is not", async () => {
	const folders = newFolders();
	const guard = quickGuard(folders);
	await guard.add(line, "1234");
	await guard.add(line, "4321");
	await guard.remove(line, "4321");
	expect(await guard.find(line, "4321")).toBe(null);
	expect(await guard.find(line, "1234")).not.toBe(null);
	await guard.remove(line, "1234");
	expect(readdirSync(folders.shared)).toEqual([]);
	expect(readdirSync(folders.own)).toEqual([]);
});

test("a restart of the machine empties the shared folder and forgets no refused PIN", async () => {
	const { shared, own } = newFolders();
	await quickGuard({ shared, own }).add(line, "1234");
	rmSync(shared, { recursive: true });
	const guard = quickGuard({ shared, own });
	expect((await guard.find(line, "1234"))?.final).toBe(true);
	expect(await guard.find(line, "4321")).toBe(null);
});

test("another user of the machine enters no refused PIN either", async () => {
	const { shared, own } = newFolders();
	await quickGuard({ shared, own }).add(line, "1234");
	const other = quickGuard({ shared, own: newFolders().own });
	expect((await other.find(line, "1234"))?.final).toBe(true);
});

test("where nothing can be remembered beyond a restart, no PIN is entered", async () => {
	const { shared } = newFolders();
	const guard = quickGuard({ shared, own: "/dev/null/state" });
	await expect(guard.add(line, "1234")).rejects.toThrow(
		"the PIN is not entered: /dev/null/state, where a refused one is remembered, cannot be made",
	);
});

test.each([
	[
		{ STATE_DIRECTORY: "/var/lib/alarmpanel:/var/lib/b" },
		"/var/lib/alarmpanel",
	],
	[{ XDG_STATE_HOME: "/home/a/state" }, "/home/a/state/alarmpanel"],
	[
		{ XDG_STATE_HOME: "/home/a/state", STATE_DIRECTORY: "/var/lib/alarm" },
		"/var/lib/alarm",
	],
	[{}, join(homedir(), ".local/state/alarmpanel")],
])("the user's folder by %j is %s", (environment, folder) => {
	expect(stateFolder(environment)).toBe(folder);
});

test("any number of drivers with a wrong PIN use one try, and one with the right PIN starts", async () => {
	const pins = quickGuard(newFolders());
	let tries = 3;
	let isOpen = false;
	const start = async (pin: string) => {
		const { modem } = drivenBy(
			{
				"AT+CPIN?": () => [`+CPIN: ${isOpen ? "READY" : "SIM PIN"}`, "OK"],
				"AT+CPINR": () => [
					`+CPINR: SIM PIN,${tries},3`,
					"+CPINR: SIM PUK,10,10",
					"OK",
				],
				'AT+CPIN="9999"': () => {
					tries -= 1;
					return ["+CME ERROR: 16"];
				},
				'AT+CPIN="4711"': () => {
					isOpen = true;
					return ["OK"];
				},
			},
			{ pin },
			{},
			pins,
		);
		const { ok } = await modem.started;
		await modem.close();
		return ok;
	};
	for (let turn = 0; turn < 5; turn++) expect(await start("9999")).toBe(false);
	expect(tries).toBe(2);
	expect(await start("4711")).toBe(true);
});

// Helpers

/** One whose hashes take no time. */
function quickGuard(folders: PinFolders): PinRecord {
	return pinGuard(clock, folders, 2);
}

function newFolders(): PinFolders {
	const [shared = "", own = ""] = ["shared", "own"].map((name) =>
		mkdtempSync(join(tmpdir(), `alarmpanel-pin-${name}-`)),
	);
	return { shared, own };
}
