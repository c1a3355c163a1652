import { describe, expect, test } from "vitest";
import type { KnownCredit } from "../../src/firmware/known-credit.ts";
import { AtSession, usualTimeouts } from "../../src/modem/at/at-session.ts";
import { readModemFacts } from "../../src/modem/link/modem-info.ts";
import { pidNamespace } from "../../src/store/process-identity.ts";
import {
	aWorld,
	BY_ID,
	filesOf,
	healthy,
	machine,
	told,
} from "../support/doctor-world.ts";
import { scriptedLine } from "../support/scripted-line.ts";
import { NOON } from "../support/texting.ts";

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
			pid: 900,
			host: hostname(),
			started: "2026-11-20T10:00:00Z",
			command: "alarmpanel serve",
			control: "/tmp/control",
			processStart: null,
			pidNamespace: pidNamespace(),
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
					url: BY_ID,
					facts,
					reason: null,
					restarts: 0,
					credit,
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
