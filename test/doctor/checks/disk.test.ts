import { expect, test } from "vitest";
import { aWorld, told } from "../../support/doctor-world.ts";

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
