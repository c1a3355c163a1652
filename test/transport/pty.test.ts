import {
	constants,
	existsSync,
	mkdtempSync,
	readlinkSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPty } from "../../src/transport/pty.ts";
import { openSerial } from "../../src/transport/serial.ts";
import { bytesOf, lineReader } from "../support/line-reader.ts";

const every = String.fromCharCode(...Array.from({ length: 256 }, (_, n) => n));

function folder(): string {
	return mkdtempSync(join(tmpdir(), "alarmpanel-pty-"));
}

test("a serial program on the link reads and writes all 256 bytes, also when it opens again", async () => {
	const link = join(folder(), "phone.tty");
	const pty = await openPty(link);
	expect(pty.path).toBe(link);
	const ours = lineReader(pty);
	for (const session of [1, 2]) {
		const port = await openSerial({ path: link });
		const theirs = lineReader(port);
		await port.write(bytesOf(`${session}${every}`));
		expect(await ours.until("\xff")).toBe(`${session}${every}`);
		await pty.write(bytesOf(`${every}${session}\r`));
		expect(await theirs.until(`${session}\r`)).toBe(`${every}${session}\r`);
		await port.close();
	}
	await pty.close();
	expect(existsSync(link)).toBe(false);
	expect(await ours.rest()).toBe("");
});

test("what is written while no program is there waits for one, and does not come back as input", async () => {
	const pty = await openPty();
	await pty.write(bytesOf("+CMTI\r\n"));
	const device = await open(pty.path, constants.O_RDWR | constants.O_NOCTTY);
	const { buffer, bytesRead } = await device.read(Buffer.alloc(100));
	expect(buffer.toString("latin1", 0, bytesRead)).toBe("+CMTI\r\n");
	await device.write("AT\r");
	expect(await lineReader(pty).until("\r")).toBe("AT\r");
	await device.close();
	await pty.close();
});

test("a program that does not read stops nobody", async () => {
	const pty = await openPty();
	const megabyte = new Uint8Array(1 << 20);
	await pty.write(megabyte);
	await pty.write(megabyte);
	await pty.close();
	await expect(pty.write(megabyte)).rejects.toThrow("is closed");
});

test("a link that was left behind is replaced, a file in the way is not", async () => {
	const place = folder();
	symlinkSync("/dev/pts/none", join(place, "old.tty"));
	const pty = await openPty(join(place, "old.tty"));
	await pty.close();
	writeFileSync(join(place, "file"), "precious");
	await expect(openPty(join(place, "file"))).rejects.toThrow(
		"file is in the way: it is no symbolic link",
	);
});

test("where no link can be made, nothing stays open", async () => {
	const terminals: { destroyed: boolean }[] = [];
	const load = async () => {
		type End = { destroyed: boolean };
		const { open } = (await import("@lydell/node-pty")) as unknown as {
			open(options: object): { readonly master: End; readonly slave: End };
		};
		return {
			open(options: object) {
				const opened = open(options);
				terminals.push(opened.master, opened.slave);
				return opened;
			},
		};
	};
	await expect(
		openPty(join(folder(), "none", "phone.tty"), undefined, load),
	).rejects.toThrow("ENOENT");
	expect(terminals.map(({ destroyed }) => destroyed)).toEqual([true, true]);
});

test("a link to something else than a terminal is left alone", async () => {
	const link = join(folder(), "mine");
	symlinkSync("/etc/hostname", link);
	await expect(openPty(link)).rejects.toThrow(
		"mine is in the way: it is a link to /etc/hostname",
	);
	expect(readlinkSync(link)).toBe("/etc/hostname");
});

test("without the optional package the error names the way around it", async () => {
	await expect(
		openPty(null, undefined, () => Promise.reject(new Error("not found"))),
	).rejects.toThrow(
		"no pseudo-terminals: the package @lydell/node-pty cannot be loaded here. Use a tcp line and bridge it: socat PTY,link=phone.tty,raw,echo=0 TCP:127.0.0.1:PORT",
	);
});
