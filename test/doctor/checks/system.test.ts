import { expect, test } from "vitest";
import { aWorld, healthy, told } from "../../support/doctor-world.ts";
import { NOON } from "../../support/texting.ts";

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
