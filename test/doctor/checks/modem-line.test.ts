import { expect, test } from "vitest";
import {
	aWorld,
	BY_ID,
	changedReport,
	filesOf,
	healthy,
	machine,
	told,
} from "../../support/doctor-world.ts";
import { scriptedLine } from "../../support/scripted-line.ts";

test("a silent modem", async () => {
	const world = aWorld({}, {});
	const open = async () => scriptedLine({ answers: {}, otherwise: [] });
	expect(
		await changedReport({ ...world, modem: { ...world.modem, open } }),
	).toMatchInlineSnapshot(`
		"
		- ok      modem/answers       it answers to AT
		- ok      modem/identity      HUAWEI E1550 11.608, IMEI ***********0706
		- ok      sim/ready           the SIM is ready
		- ok      network/registered  registered, home network, Proximus
		- ok      network/signal      the signal is excellent, -73 dBm
		- ok      sms/centre          a service centre is set
		- ok      sms/storage         storage SM: 3 of 30 in use
		- ok      sms/arrival         it can announce texts that arrive
		- ok      network/clock       the clock agrees with that of the mobile network
		+ fault   modem/answers       nothing answers to AT at serial:///dev/serial/by-id/usb-HUAWEI-if00, neither at 115200 nor
		+                               at 9600 baud
		+                             → check its power; a stick has several ports and one of them answers: alarmpanel doctor
		+                               --probe tries the others
		- No faults, 1 warning.
		+ 1 fault, 1 warning.
		"
	`);
});

test("an old modem, which answers at 9600 baud only", async () => {
	const world = aWorld();
	const open = async (url: string) =>
		scriptedLine(
			url.endsWith("?baud=9600")
				? { answers: healthy }
				: { answers: {}, otherwise: [] },
		);
	const asked = { ...world, modem: { ...world.modem, open } };
	expect(
		await told(asked, { only: ["modem", "network"] }),
	).toMatchInlineSnapshot(`
		"
		ok      modem/answers       it answers to AT
		ok      modem/identity      HUAWEI E1550 11.608, IMEI ***********0706
		ok      network/registered  registered, home network, Proximus
		ok      network/signal      the signal is excellent, -73 dBm
		ok      network/clock       the clock agrees with that of the mobile network
		warning modem/speed         it answers at 9600 baud only, which the panel has to be told
		                            → --modem 'serial:///dev/serial/by-id/usb-HUAWEI-if00?baud=9600'
		No faults, 1 warning.
		"
	`);
});

test("the wrong one of a stick's ports, with --probe", async () => {
	const opened: string[] = [];
	const world = aWorld({
		probe: true,
		files: filesOf({
			...machine,
			"/dev/ttyUSB1": { device: "188:1", group: 20 },
			"/dev/ttyUSB2": { device: "188:2", group: 20 },
			"/dev/ttyUSB3": { device: "188:3", group: 20 },
			"/dev/ttyS0": { device: "4:64", group: 20 },
			"/proc/812/comm": "gammu-smsd\n",
			"/proc/812/fd/9": { link: "/dev/ttyUSB3" },
		}),
	});
	const open = async (url: string) => {
		opened.push(url);
		return scriptedLine(
			url === "serial:///dev/ttyUSB2"
				? { answers: healthy }
				: { answers: {}, otherwise: [] },
		);
	};
	const asked = { ...world, modem: { ...world.modem, open } };
	expect(await told(asked, { only: ["modem"] })).toMatchInlineSnapshot(`
		"
		fault   modem/answers       nothing answers to AT at serial:///dev/serial/by-id/usb-HUAWEI-if00, neither at 115200 nor
		                              at 9600 baud
		                            → check its power; a stick has several ports and one of them answers: alarmpanel doctor
		                              --probe tries the others
		warning modem/probe         another port answers to AT: /dev/ttyUSB2
		                            → --modem serial:///dev/ttyUSB2
		1 fault, 1 warning.
		"
	`);
	expect(opened).toEqual([
		BY_ID,
		`${BY_ID}?baud=9600`,
		"serial:///dev/ttyUSB1",
		"serial:///dev/ttyUSB2",
	]);
});

test("no other port answers, with --probe", async () => {
	const world = aWorld({ probe: true });
	const open = async () => scriptedLine({ answers: {}, otherwise: [] });
	const asked = { ...world, modem: { ...world.modem, open } };
	expect(await told(asked, { only: ["modem"] })).toMatchInlineSnapshot(`
		"
		fault   modem/answers       nothing answers to AT at serial:///dev/serial/by-id/usb-HUAWEI-if00, neither at 115200 nor
		                              at 9600 baud
		                            → check its power; a stick has several ports and one of them answers: alarmpanel doctor
		                              --probe tries the others
		warning modem/probe         there is no other port of a modem
		                            → check the modem's power and cable; dmesg says whether it went away
		1 fault, 1 warning.
		"
	`);
});
