import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockPort } from "../../src/ports/port-lock.ts";
import { lockForOthers } from "../../src/ports/uucp-lock.ts";

const device = "/dev/ttyNOPE";
const own = `${`${process.pid}`.padStart(10)}\n`;

const temporaryFolder = () => mkdtempSync(join(tmpdir(), "locks-"));

/** A process that lives, and one that does not. */
const other = process.ppid;
const GONE = 999_999_999;
const said = `/dev/ttyNOPE is in use by ${commandOf(other)}, process ${other}; end that one first; if it does not use the port, delete `;

function commandOf(pid: number): string {
	const file = `/proc/${pid}/comm`;
	return existsSync(file)
		? readFileSync(file, "utf8").trim()
		: "another program";
}

test("a port is locked as other programs lock it, and given up again", async () => {
	const folder = temporaryFolder();
	const lock = await lockForOthers(device, folder);
	expect(readdirSync(folder)).toEqual(["LCK..ttyNOPE"]);
	expect(readFileSync(join(folder, "LCK..ttyNOPE"), "utf8")).toBe(own);
	await lock.release();
	expect(readdirSync(folder)).toEqual([]);
});

test.each([
	[
		"as minicom writes it",
		(pid: number) => `${`${pid}`.padStart(10)} minicom root\n`,
	],
	["without blanks", (pid: number) => `${pid}\n`],
	[
		"as four octets",
		(pid: number) => {
			const octets = Buffer.alloc(4);
			octets.writeInt32LE(pid);
			return octets;
		},
	],
])(
	"a lock %s is honoured while its process lives, and taken over then",
	async (_, content) => {
		const folder = temporaryFolder();
		const file = join(folder, "LCK..ttyNOPE");
		writeFileSync(file, content(other));
		await expect(lockForOthers(device, folder)).rejects.toThrow(
			`${said}${file}`,
		);
		expect(readFileSync(file)).toEqual(Buffer.from(content(other)));
		writeFileSync(file, content(GONE));
		const lock = await lockForOthers(device, folder);
		expect(readFileSync(file, "utf8")).toBe(own);
		await lock.release();
	},
);

test.each(["", "minicom", "-1", "0", "99999999999"])(
	"a lock in which no process stands, %j, stays as it is and keeps nobody out",
	async (content) => {
		const folder = temporaryFolder();
		const file = join(folder, "LCK..ttyNOPE");
		writeFileSync(file, content);
		const lock = await lockForOthers(device, folder);
		await lock.release();
		expect(readFileSync(file, "utf8")).toBe(content);
	},
);

test("what another program made of the lock meanwhile is not removed", async () => {
	const folder = temporaryFolder();
	const file = join(folder, "LCK..ttyNOPE");
	const lock = await lockForOthers(device, folder);
	writeFileSync(file, "         1\n");
	await lock.release();
	expect(readFileSync(file, "utf8")).toBe("         1\n");
});

test("where there is no such folder, or no such lock for a port, there is none", async () => {
	const folder = temporaryFolder();
	await (await lockForOthers(device, join(folder, "none"))).release();
	await (await lockForOthers("/dev/pts/3", folder)).release();
	await (await lockForOthers("COM3", folder)).release();
	expect(readdirSync(folder)).toEqual([]);
});

test("a port that another program has is not kept locked among ourselves", async () => {
	const [locks, folder] = [temporaryFolder(), temporaryFolder()];
	const claim = { command: "alarmpanel serve", started: 0 };
	writeFileSync(join(folder, "LCK..ttyNOPE"), `${other}\n`);
	await expect(lockPort(device, claim, locks, folder)).rejects.toThrow(said);
	expect(readdirSync(locks)).toEqual([]);
	writeFileSync(join(folder, "LCK..ttyNOPE"), `${GONE}\n`);
	const lock = await lockPort(device, claim, locks, folder);
	expect(readFileSync(join(folder, "LCK..ttyNOPE"), "utf8")).toBe(own);
	await lock.release();
	expect([readdirSync(locks), readdirSync(folder)]).toEqual([[], []]);
});
