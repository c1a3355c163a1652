import { expect, test } from "vitest";
import { readModemUrl } from "../../src/ports/modem-url.ts";

test.each([
	["auto:", { kind: "auto" }],
	["virtual:", { kind: "virtual" }],
	[
		"serial:///dev/ttyUSB0?baud=9600",
		{ kind: "serial", path: "/dev/ttyUSB0", baudRate: 9600 },
	],
	["serial:COM3", { kind: "serial", path: "COM3" }],
	["tcp://[::1]:8081", { kind: "tcp", host: "::1", port: 8081 }],
])("%s is a modem", (text, place) => {
	expect(readModemUrl(text)).toEqual({ ok: true, place });
});

test.each([
	[
		"modem",
		"modem is no modem: write serial:///dev/ttyUSB0?baud=115200, tcp://host:8081, auto: or virtual:",
	],
	["auto", "auto is no modem: write auto:"],
	["/dev/ttyS0", "/dev/ttyS0 is no modem: write serial:///dev/ttyS0"],
	["COM3", "COM3 is no modem: write serial:COM3"],
	[
		"pty:a.tty",
		"pty:a.tty is no modem: a pseudo-terminal that a modem is behind is serial:a.tty",
	],
	[
		"tcp://host:0",
		"tcp://host:0 is no modem: port 0 is for those who listen; write tcp://host:8081",
	],
	["tcp://host", "tcp://host is no host and port: tcp://127.0.0.1:7070"],
	["serial:", "serial: needs a port: serial:///dev/ttyUSB0"],
	[
		"serial:///dev/ttyUSB0?speed=9600",
		"?speed=9600 is no baud rate: ?baud=115200",
	],
])("%s is none", (text, reason) => {
	expect(readModemUrl(text)).toEqual({ ok: false, reason });
});
