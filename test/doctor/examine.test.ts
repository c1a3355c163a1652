import { expect, test } from "vitest";
import {
	aBroker,
	aWorld,
	filesOf,
	machine,
	told,
} from "../support/doctor-world.ts";
import { ANNA, BOB, KEY } from "../support/panel-with-people.ts";

test("nothing is wrong", async () => {
	expect(await told(aWorld())).toMatchInlineSnapshot(`
		"
		ok      system/node         Node 20.19.0
		ok      system/clock-set    the clock follows a time server
		ok      system/clock        the clock is not behind what the panel remembers
		ok      system/zone         time zone UTC
		ok      file/fits           panel-config.json fits, a Climax VST-2745 and VST-2752
		ok      file/kept           nobody else may open it
		warning file/lint           config check warns of credentials, users.1.pin, users.2.pin, options.timeZone
		                            → alarmpanel config check --config panel-config.json says why
		ok      file/people         somebody is listed for texts from the panel
		ok      disk/write          a file can be written, synced and renamed there
		ok      disk/speed          a write is durable after 0.2 ms
		ok      disk/room           there is room
		ok      lock/free           nobody runs the panel
		ok      port/there          /dev/serial/by-id/usb-HUAWEI-if00 is there
		ok      port/name           /dev/serial/by-id/usb-HUAWEI-if00 stays with the modem
		ok      port/access         alarm may open it
		ok      port/held           no process that can be seen from here has it open
		ok      modem/answers       it answers to AT
		ok      modem/identity      HUAWEI E1550 11.608, IMEI ***********0706
		ok      sim/ready           the SIM is ready
		ok      network/registered  registered, home network, Proximus
		ok      network/signal      the signal is excellent, -73 dBm
		ok      sms/centre          a service centre is set
		ok      sms/storage         storage SM: 3 of 30 in use
		ok      sms/arrival         it can announce texts that arrive
		ok      network/clock       the clock agrees with that of the mobile network
		ok      outbox/waiting      nothing waits to be sent
		ok      web/port            127.0.0.1:8086 is free for --http
		No faults, 1 warning.
		"
	`);
});

test("only some checks, and the fault that keeps one from being made", async () => {
	const world = aWorld({
		files: filesOf({
			...machine,
			"/proc/812/comm": "ModemManager\n",
			"/proc/812/fd/9": { link: "/dev/ttyUSB0" },
		}),
	});
	expect(await told(world, { only: ["sim", "disk"] })).toMatchInlineSnapshot(`
		"
		ok      disk/write          a file can be written, synced and renamed there
		ok      disk/speed          a write is durable after 0.2 ms
		ok      disk/room           there is room
		fault   port/held           ModemManager, process 812, has /dev/ttyUSB0 open, so answers of the modem go astray
		                            → keep it away from this modem with ID_MM_DEVICE_IGNORE in a udev rule (docs/service.md),
		                              or: sudo systemctl disable --now ModemManager
		1 fault, no warnings.
		"
	`);
	expect(await told(aWorld(), { only: ["sim"] })).toMatchInlineSnapshot(`
		"
		ok      sim/ready           the SIM is ready
		Nothing of this is wrong.
		"
	`);
});

test("what it says holds no number, PIN, key or password", async () => {
	const world = aWorld({
		broker: aBroker({
			type: "unreachable",
			reason: "user or password is wrong",
		}),
		modem: {
			...aWorld().modem,
			ask: async () => null,
		},
	});
	const text = await told(world);
	for (const secret of [
		ANNA,
		BOB,
		KEY,
		"1234",
		"2222",
		"+32475161616",
		"353142033840706",
	])
		expect(text).not.toContain(secret);
});
