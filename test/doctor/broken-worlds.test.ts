import { describe, expect, test } from "vitest";
import type { KnownCredit } from "../../src/firmware/known-credit.ts";
import { AtSession, usualTimeouts } from "../../src/modem/at/at-session.ts";
import { readModemFacts } from "../../src/modem/link/modem-info.ts";
import type { BrokerTrial } from "../../src/mqtt/broker-trial.ts";
import type { Report } from "../../src/panel/state/runtime.ts";
import { pidNamespace } from "../../src/store/process-identity.ts";
import {
	aWorld,
	BY_ID,
	filesOf,
	healthy,
	machine,
	told,
} from "../support/doctor-world.ts";
import { ANNA, BOB, KEY } from "../support/panel-with-people.ts";
import { scriptedLine } from "../support/scripted-line.ts";
import { NOON } from "../support/texting.ts";

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

test("no port", async () => {
	const { "/dev/ttyUSB0": _, ...files } = machine;
	expect(await told(aWorld({ files: filesOf(files) }))).toMatchInlineSnapshot(`
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
		fault   port/there          there is no /dev/serial/by-id/usb-HUAWEI-if00, and no other port of a modem
		                            → plug the modem in; dmesg says whether the machine sees it; a container needs --device
		ok      outbox/waiting      nothing waits to be sent
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 1 warning.
		"
	`);
});

test("a port held by another process", async () => {
	const files = filesOf({
		...machine,
		"/proc/812/comm": "ModemManager\n",
		"/proc/812/fd/9": { link: "/dev/ttyUSB0" },
	});
	expect(await told(aWorld({ files }))).toMatchInlineSnapshot(`
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
		fault   port/held           ModemManager, process 812, has /dev/ttyUSB0 open, so answers of the modem go astray
		                            → keep it away from this modem with ID_MM_DEVICE_IGNORE in a udev rule (docs/service.md),
		                              or: sudo systemctl disable --now ModemManager
		ok      outbox/waiting      nothing waits to be sent
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 1 warning.
		"
	`);
});

test("a port that this user may not open", async () => {
	const files = { ...filesOf(machine), mayOpen: async () => false };
	expect(await told(aWorld({ files }))).toMatchInlineSnapshot(`
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
		fault   port/access         alarm may not open /dev/serial/by-id/usb-HUAWEI-if00, which belongs to the group dialout
		                            → sudo usermod -aG dialout alarm, then log in again or restart the service; a container
		                              needs --device
		ok      outbox/waiting      nothing waits to be sent
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 1 warning.
		"
	`);
});

test("a silent modem", async () => {
	const world = aWorld({}, {});
	const open = async () => scriptedLine({ answers: {}, otherwise: [] });
	expect(
		await told({ ...world, modem: { ...world.modem, open } }),
	).toMatchInlineSnapshot(`
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
		fault   modem/answers       nothing answers to AT at serial:///dev/serial/by-id/usb-HUAWEI-if00, neither at 115200 nor
		                              at 9600 baud
		                            → check its power; a stick has several ports and one of them answers: alarmpanel doctor
		                              --probe tries the others
		ok      outbox/waiting      nothing waits to be sent
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 1 warning.
		"
	`);
});

test("a SIM that wants its PIN", async () => {
	expect(
		await told(
			aWorld(
				{},
				{
					...healthy,
					"AT+CPIN?": ["+CPIN: SIM PIN", "OK"],
					'AT+CPINR="SIM PIN"': ["+CPINR: SIM PIN,3,3", "OK"],
				},
			),
		),
	).toMatchInlineSnapshot(`
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
		fault   sim/ready           the SIM asks for its PIN, 3 tries left; the doctor tries none
		                            → serve with ALARMPANEL_PIN set, or switch the PIN off in a phone
		ok      sms/arrival         it can announce texts that arrive
		ok      network/clock       the clock agrees with that of the mobile network
		ok      outbox/waiting      nothing waits to be sent
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 1 warning.
		"
	`);
});

test("no registration", async () => {
	expect(
		await told(
			aWorld(
				{},
				{
					...healthy,
					"AT+CREG?": ["+CREG: 0,3", "OK"],
					"AT+COPS?": ["+COPS: 0", "OK"],
					"AT+CSQ": ["+CSQ: 7,99", "OK"],
				},
			),
		),
	).toMatchInlineSnapshot(`
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
		fault   network/registered  registration denied: nothing can be sent or received
		                            → the network refuses the SIM: ask whether it is active, and whether 2G is still there
		warning network/signal      the signal is fair, -99 dBm: texts may fail
		                            → move the antenna to a window, away from metal
		ok      sms/centre          a service centre is set
		ok      sms/storage         storage SM: 3 of 30 in use
		ok      sms/arrival         it can announce texts that arrive
		ok      network/clock       the clock agrees with that of the mobile network
		ok      outbox/waiting      nothing waits to be sent
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 2 warnings.
		"
	`);
});

test("a full storage", async () => {
	expect(
		await told(
			aWorld(
				{},
				{
					...healthy,
					"AT+CPMS?": ['+CPMS: "SM",30,30,"SM",30,30,"SM",30,30', "OK"],
				},
			),
		),
	).toMatchInlineSnapshot(`
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
		fault   sms/storage         storage SM: 30 of 30 in use: no text can arrive
		                            → serve --auto-erase makes room by itself; alarmpanel modem inbox --delete all empties it
		ok      sms/arrival         it can announce texts that arrive
		ok      network/clock       the clock agrees with that of the mobile network
		ok      outbox/waiting      nothing waits to be sent
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 1 warning.
		"
	`);
});

test("a read-only disk", async () => {
	const disk = {
		probe: async () => {
			throw Object.assign(new Error("EROFS: read-only file system, open"), {
				code: "EROFS",
			});
		},
		room: async () => null,
	};
	expect(await told(aWorld({ disk }))).toMatchInlineSnapshot(`
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
		fault   disk/write          nothing can be written beside the panel's file: the disk is read-only (EROFS); no change
		                              would be confirmed
		                            → mount it for writing: sudo mount -o remount,rw / ; a disk that went read-only by itself is
		                              failing: dmesg says so
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
		1 fault, 1 warning.
		"
	`);
});

test("a clock that is a day off", async () => {
	expect(
		await told(
			aWorld(
				{ run: async () => "NTPSynchronized=no\n" },
				{ ...healthy, "AT+CCLK?": ['+CCLK: "26/11/21,13:00:00+04"', "OK"] },
			),
		),
	).toMatchInlineSnapshot(`
		"
		ok      system/node         Node 20.19.0
		warning system/clock-set    the clock follows no time server, so times of day and one-time codes go wrong with it
		                            → sudo timedatectl set-ntp true; on a board without a clock: After=time-sync.target in the
		                              unit
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
		fault   network/clock       the clock is 1d behind that of the mobile network
		                            → set it: sudo timedatectl set-ntp true, or sudo date --set
		ok      outbox/waiting      nothing waits to be sent
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 2 warnings.
		"
	`);
});

test("a clock that is a day behind what the panel remembers", async () => {
	const world = aWorld();
	await world.clock.advanceTo(NOON);
	const panel = {
		...world.panel,
		async read() {
			const read = await world.panel.read();
			const { runtime } = read.state;
			const entry = {
				sequence: 1,
				at: NOON + 86_400_000,
				event: "armed",
				about: "away",
				by: "site",
			} as const;
			return {
				...read,
				state: { ...read.state, runtime: { ...runtime, log: [entry] } },
			};
		},
	};
	expect(await told({ ...world, panel })).toMatchInlineSnapshot(`
		"
		ok      system/node         Node 20.19.0
		ok      system/clock-set    the clock follows a time server
		fault   system/clock        the clock is 1d behind what the panel remembers: it was set back, or the machine started
		                              without the time
		                            → set it: sudo timedatectl set-ntp true, or sudo date --set
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
		1 fault, 1 warning.
		"
	`);
});

test("a panel that runs is asked for its modem", async () => {
	const owner = {
		pid: 900,
		host: (await import("node:os")).hostname(),
		started: "2026-11-20T10:00:00Z",
		command: "alarmpanel serve",
		control: "/tmp/control",
		processStart: null,
		pidNamespace: pidNamespace(),
	};
	const world = aWorld({
		files: filesOf({
			...machine,
			"/proc/900/comm": "node\n",
			"/proc/900/fd/12": { link: "/dev/ttyUSB0" },
			"/proc/900/fd/13": { link: "socket:[4242]" },
			"/proc/net/tcp":
				"  sl  local_address rem_address   st\n   0: 0100007F:1F96 00000000:0000 0A 00000000:00000000 00:00000000 00000000  0 0 4242 1\n",
		}),
		mayListen: async () => "EADDRINUSE",
	});
	const asked = {
		...world,
		panel: { ...world.panel, owner: async () => owner },
		modem: {
			...world.modem,
			url: null,
			open: async () => {
				throw new Error("the port is the panel's");
			},
			ask: async () => ({
				url: BY_ID,
				facts: null,
				reason: "the modem does not answer",
				restarts: 2,
				credit: null,
			}),
		},
	};
	expect(await told(asked, { width: 100 })).toMatchInlineSnapshot(`
		"
		ok      system/node         Node 20.19.0
		ok      system/clock-set    the clock follows a time server
		ok      system/clock        the clock is not behind what the panel remembers
		ok      system/zone         time zone UTC
		ok      file/fits           panel-config.json fits, a Climax VST-2745 and VST-2752
		ok      file/kept           nobody else may open it
		warning file/lint           config check warns of credentials, users.1.pin, users.2.pin,
		                              options.timeZone
		                            → alarmpanel config check --config panel-config.json says why
		ok      file/people         somebody is listed for texts from the panel
		ok      disk/write          a file can be written, synced and renamed there
		ok      disk/speed          a write is durable after 0.2 ms
		ok      disk/room           there is room
		ok      lock/free           the panel is run by alarmpanel serve, process 900, since
		                              2026-11-20T10:00:00Z
		ok      port/there          /dev/serial/by-id/usb-HUAWEI-if00 is there
		ok      port/name           /dev/serial/by-id/usb-HUAWEI-if00 stays with the modem
		ok      port/access         alarm may open it
		ok      port/held           the panel has it open, process 900
		fault   modem/answers       the modem at serial:///dev/serial/by-id/usb-HUAWEI-if00 does not answer
		                              alarmpanel serve: the modem does not answer
		                            → check its cable and power; journalctl -u alarmpanel says what was
		                              tried
		ok      outbox/waiting      nothing waits to be sent
		ok      web/port            the panel listens at 127.0.0.1:8086
		1 fault, 1 warning.
		"
	`);
});

/** A broker that was tried. */
function aBroker(trial: BrokerTrial) {
	return async () => ({ url: "mqtts://broker.lan:8883/", trial });
}

const topic = "alarmpanel/1a2b3c4d/command/self-test";

test("a wrong broker password", async () => {
	const broker = aBroker({
		type: "unreachable",
		reason:
			"user or password is wrong, or the broker lets nobody of that name in",
	});
	expect(await told(aWorld({ broker }))).toMatchInlineSnapshot(`
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
		fault   mqtt/login          the broker mqtts://broker.lan:8883/ does not let the panel in: user or password is wrong, or
		                              the broker lets nobody of that name in
		                            → correct ALARMPANEL_MQTT_USER and ALARMPANEL_MQTT_PASSWORD, or integrations.mqtt;
		                              mosquitto_passwd sets the broker's
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 1 warning.
		"
	`);
});

test("a topic that the panel may not publish on", async () => {
	const world = aWorld({ broker: aBroker({ type: "forbidden", topic }) });
	expect(await told(world)).toMatchInlineSnapshot(`
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
		ok      mqtt/login          the broker mqtts://broker.lan:8883/ lets the panel in
		fault   mqtt/round-trip     the broker forbids the panel to publish on alarmpanel/1a2b3c4d/command/self-test
		                            → in the broker's list of who may do what: topic readwrite
		                              alarmpanel/1a2b3c4d/command/self-test, and topic read alarmpanel/1a2b3c4d/command/#
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 1 warning.
		"
	`);
});

test("a topic that the panel may not read", async () => {
	const world = aWorld({ broker: aBroker({ type: "unheard", topic }) });
	expect(await told(world)).toMatchInlineSnapshot(`
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
		ok      mqtt/login          the broker mqtts://broker.lan:8883/ lets the panel in
		fault   mqtt/round-trip     what the panel publishes on alarmpanel/1a2b3c4d/command/self-test does not arrive: it may
		                              not read there
		                            → in the broker's list of who may do what: topic readwrite
		                              alarmpanel/1a2b3c4d/command/self-test, and topic read alarmpanel/1a2b3c4d/command/#
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 1 warning.
		"
	`);
});

test("a receiver that does not answer", async () => {
	const world = aWorld({
		poll: async () => ({
			reached: false,
			why: "no-answer",
			message: "it does not answer",
		}),
	});
	const panel = {
		...world.panel,
		async read() {
			const read = await world.panel.read();
			const { reporting } = read.state;
			const destination = { group: 1, level: "all", carrier: "" } as const;
			const destinations = [
				{ id: 1, url: "sms://+15550177", ...destination },
				{ id: 2, url: "ip://1234@receiver.lan:10005/SIA2", ...destination },
			];
			return {
				...read,
				state: { ...read.state, reporting: { ...reporting, destinations } },
			};
		},
	};
	expect(await told({ ...world, panel })).toMatchInlineSnapshot(`
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
		ok      reports/1           destination 1 is a phone
		fault   reports/2           destination 2 does not take a NULL: it does not answer
		                            → check host, port, account and key with the receiving centre; some take no NULL: alarmpanel
		                              report test tries a report
		ok      web/port            127.0.0.1:8086 is free for --http
		1 fault, 1 warning.
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

describe("a panel that runs", () => {
	/** A process that runs the panel, and has its modem. */
	async function running({
		cgroup = "0::/system.slice/alarmpanel.service\n",
		restart = "Restart=always\n",
		credit = null as KnownCredit | null,
		creditCode = "*100#",
	}) {
		const { hostname } = await import("node:os");
		const owner = {
			...{ pid: 900, host: hostname(), started: "2026-11-20T10:00:00Z" },
			...{ command: "alarmpanel serve", control: "/tmp/control" },
			...{ processStart: null, pidNamespace: pidNamespace() },
		};
		const world = aWorld({
			files: filesOf({ ...machine, "/proc/900/cgroup": cgroup }),
			run: async (program) =>
				program === "systemctl" ? restart : "NTPSynchronized=yes\n",
		});
		const session = new AtSession({
			transport: scriptedLine({ answers: healthy }),
			clock: world.clock,
			timeouts: usualTimeouts,
			onIndication() {},
			onStray() {},
		});
		const facts = await readModemFacts(session);
		const asked = {
			...world,
			panel: {
				...world.panel,
				owner: async () => owner,
				async read() {
					const read = await world.panel.read();
					const remote = { ...read.state.remote, creditCode };
					return { ...read, state: { ...read.state, remote } };
				},
			},
			modem: {
				...world.modem,
				url: null,
				ask: async () => ({
					...{ url: BY_ID, facts, reason: null, restarts: 0, credit },
				}),
			},
		};
		return asked;
	}

	const DAY = 86_400_000;

	test("by a service that is started again, with credit", async () => {
		const credit = { amount: 12.5, at: NOON - DAY };
		expect(
			await told(await running({ credit }), { only: ["lock", "sms"] }),
		).toMatchInlineSnapshot(`
			"
			ok      lock/free           the panel is run by alarmpanel serve, process 900, since 2026-11-20T10:00:00Z
			ok      lock/service        the service alarmpanel.service runs it
			ok      sms/centre          a service centre is set
			ok      sms/storage         storage SM: 3 of 30 in use
			ok      sms/credit          the credit was 12.50 when it was last asked for
			Nothing of this is wrong.
			"
		`);
	});

	test("by a service that is not started again, with little credit", async () => {
		const credit = { amount: 2.9, at: NOON - DAY };
		const restart = "Restart=no\n";
		expect(
			await told(await running({ credit, restart }), {
				only: ["lock", "sms"],
			}),
		).toMatchInlineSnapshot(`
			"
			ok      lock/free           the panel is run by alarmpanel serve, process 900, since 2026-11-20T10:00:00Z
			warning lock/service        the service alarmpanel.service runs it, and does not start it again when it ends
			                            → sudo systemctl edit alarmpanel.service: Restart=always under [Service]
			ok      sms/centre          a service centre is set
			ok      sms/storage         storage SM: 3 of 30 in use
			warning sms/credit          the credit was 2.90 when it was last asked for: it is low, and without it nothing is sent
			                            → top it up
			No faults, 2 warnings.
			"
		`);
	});

	test("in a terminal, with a credit that was told long ago", async () => {
		const credit = { amount: 2.9, at: NOON - 8 * DAY };
		const cgroup = "0::/user.slice/user-1000.slice/session-3.scope\n";
		expect(
			await told(await running({ credit, cgroup }), {
				only: ["lock", "sms"],
			}),
		).toMatchInlineSnapshot(`
			"
			ok      lock/free           the panel is run by alarmpanel serve, process 900, since 2026-11-20T10:00:00Z
			ok      lock/service        no service runs it, so nothing starts it again; docs/service.md has a unit
			ok      sms/centre          a service centre is set
			ok      sms/storage         storage SM: 3 of 30 in use
			warning sms/credit          the credit was 2.90 when it was last asked for, 8d ago
			                            → text CREDIT to the panel; it asks the network
			No faults, 1 warning.
			"
		`);
	});

	test("in a container, with a credit that nobody asked for", async () => {
		expect(
			await told(await running({ cgroup: "0::/\n" }), {
				only: ["lock", "sms"],
			}),
		).toMatchInlineSnapshot(`
			"
			ok      lock/free           the panel is run by alarmpanel serve, process 900, since 2026-11-20T10:00:00Z
			ok      sms/centre          a service centre is set
			ok      sms/storage         storage SM: 3 of 30 in use
			warning sms/credit          the credit has not been told since the panel was started
			                            → text CREDIT to the panel; it asks the network
			No faults, 1 warning.
			"
		`);
	});

	test("with a SIM that has no code for its credit", async () => {
		expect(
			await told(await running({ creditCode: "" }), { only: ["sms"] }),
		).toMatchInlineSnapshot(`
			"
			ok      sms/centre          a service centre is set
			ok      sms/storage         storage SM: 3 of 30 in use
			Nothing of this is wrong.
			"
		`);
	});
});

test("reports that wait for a destination that is not reached", async () => {
	const world = aWorld();
	const panel = {
		...world.panel,
		async read() {
			const read = await world.panel.read();
			const { runtime } = read.state;
			const at = NOON - 90_000;
			const report: Report = {
				event: "burglar",
				qualifier: "event",
				...{ id: 1, at, subject: 1, group: 1, rounds: 0, failed: [1] },
				due: NOON,
			};
			const failing = [{ id: 1, since: at, failures: 2, logged: true }];
			return {
				...read,
				state: {
					...read.state,
					runtime: { ...runtime, outbox: [report], failing },
				},
			};
		},
	};
	expect(
		await told({ ...world, panel }, { only: ["outbox"] }),
	).toMatchInlineSnapshot(`
		"
		warning outbox/waiting      1 report and 0 texts wait to be sent, the oldest for 1m 30s; destination 1 has not been
		                              reached since 2026-11-20T11:58:30Z
		                            → they leave once the modem works and a panel runs: alarmpanel serve
		No faults, 1 warning.
		"
	`);
});

test("a broker at which Home Assistant has said that it is there", async () => {
	const trial: BrokerTrial = {
		type: "heard",
		version: "5",
		...{ took: 3, retained: [], homeAssistant: true },
	};
	const broker = aBroker(trial);
	expect(
		await told(aWorld({ broker }), { only: ["mqtt"] }),
	).toMatchInlineSnapshot(`
		"
		ok      mqtt/login          the broker mqtts://broker.lan:8883/ lets the panel in
		ok      mqtt/round-trip     what the panel publishes arrives after 3 ms
		ok      mqtt/home-assistant Home Assistant has said there that it is online
		Nothing of this is wrong.
		"
	`);
	const unseen = aBroker({
		...trial,
		homeAssistant: false,
		retained: [topic.replace("self-test", "mode")],
	});
	expect(
		await told(aWorld({ broker: unseen }), { only: ["mqtt"] }),
	).toMatchInlineSnapshot(`
		"
		ok      mqtt/login          the broker mqtts://broker.lan:8883/ lets the panel in
		ok      mqtt/round-trip     what the panel publishes arrives after 3 ms
		ok      mqtt/home-assistant Home Assistant has left no word there: its birth message is not retained, or it has another
		                              prefix or broker
		warning mqtt/retained       a retained command lies on alarmpanel/1a2b3c4d/command/mode; it is never carried out, and
		                              whoever sends it is set up wrong
		                            → clear it: mosquitto_pub -r -n -t alarmpanel/1a2b3c4d/command/mode; send commands without
		                              retain
		No faults, 1 warning.
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
