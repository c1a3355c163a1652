import { expect, test } from "vitest";
import { aWorld, healthy, told } from "../../support/doctor-world.ts";

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
