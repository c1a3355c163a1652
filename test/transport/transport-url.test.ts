import { expect, test } from "vitest";
import {
	readTransportUrl,
	writeTransportUrl,
} from "../../src/transport/transport-url.ts";

test.each([
	["serial:///dev/ttyUSB0", { kind: "serial", path: "/dev/ttyUSB0" }],
	[
		"serial:///dev/ttyUSB0?baud=9600",
		{ kind: "serial", path: "/dev/ttyUSB0", baudRate: 9600 },
	],
	["serial:COM3", { kind: "serial", path: "COM3" }],
	["tcp://127.0.0.1:0", { kind: "tcp", host: "127.0.0.1", port: 0 }],
	["tcp://[::1]:7070", { kind: "tcp", host: "::1", port: 7070 }],
	["pty:phone.tty", { kind: "pty", path: "phone.tty" }],
	["pty:/run/phone.tty", { kind: "pty", path: "/run/phone.tty" }],
])("%s is read, and written as it was", (text, place) => {
	const read = readTransportUrl(text);
	expect(read).toEqual({ ok: true, place });
	expect(read.ok && writeTransportUrl(read.place)).toBe(text);
});

test.each([
	[
		"",
		`"" is none of serial:///dev/ttyUSB0, tcp://127.0.0.1:7070, pty:phone.tty`,
	],
	[
		"/dev/ttyUSB0",
		`"/dev/ttyUSB0" is none of serial:///dev/ttyUSB0, tcp://127.0.0.1:7070, pty:phone.tty`,
	],
	["serial:", "serial: needs a port: serial:///dev/ttyUSB0"],
	[
		"serial:///dev/ttyUSB0?baud=fast",
		"?baud=fast is no baud rate: ?baud=115200",
	],
	["serial:///dev/ttyUSB0?baud=0", "?baud=0 is no baud rate: ?baud=115200"],
	[
		"tcp://127.0.0.1",
		"tcp://127.0.0.1 is no host and port: tcp://127.0.0.1:7070",
	],
	["tcp://:80", "tcp://:80 is no host and port: tcp://127.0.0.1:7070"],
	["tcp://h:65536", "tcp://h:65536 is no host and port: tcp://127.0.0.1:7070"],
	["pty:", "pty: needs a path: pty:phone.tty"],
])("%j is refused with what would be right", (text, reason) => {
	expect(readTransportUrl(text)).toEqual({ ok: false, reason });
});
