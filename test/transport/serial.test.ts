import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { openPty } from "../../src/transport/pty.ts";
import { openSerial } from "../../src/transport/serial.ts";
import { bytesOf, lineReader } from "../support/line-reader.ts";
import { passing } from "../support/pass-until.ts";

test("a port that is not there is named in the error", async () => {
	await expect(openSerial({ path: "/dev/ttyNone" })).rejects.toThrow(
		/^\/dev\/ttyNone: .*No such file or directory/,
	);
});

test("a machine without serial ports says so", async () => {
	const load = () => Promise.reject(new Error("No native build was found"));
	await expect(openSerial({ path: "/dev/ttyUSB0" }, { load })).rejects.toThrow(
		"/dev/ttyUSB0: no serial ports on this machine: the package serialport cannot be loaded (No native build was found)",
	);
});

test("a port has one owner", async () => {
	const pty = await openPty();
	const port = await openSerial({ path: pty.path });
	await expect(openSerial({ path: pty.path })).rejects.toThrow(
		/Cannot lock port/,
	);
	await port.close();
	await port.close();
	await pty.close();
});

test("a device that vanishes while it is read ends the line with an error", async () => {
	const link = join(mkdtempSync(join(tmpdir(), "alarmpanel-serial-")), "tty");
	const pty = await openPty(link);
	const clock = virtualClock(0);
	const port = await openSerial({ path: link }, { clock });
	await pty.write(bytesOf("x"));
	const reader = lineReader(port);
	await reader.until("x");
	await pty.close();
	await expect(passing(clock, reader.rest())).rejects.toThrow(link);
	await expect(port.write(bytesOf("?"))).rejects.toThrow(`${link} is closed`);
});
