import { expect, test } from "vitest";
import { aWorld, changedReport, healthy } from "../../support/doctor-world.ts";

test("a SIM that wants its PIN", async () => {
	expect(
		await changedReport(
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
		- ok      sim/ready           the SIM is ready
		- ok      network/registered  registered, home network, Proximus
		- ok      network/signal      the signal is excellent, -73 dBm
		- ok      sms/centre          a service centre is set
		- ok      sms/storage         storage SM: 3 of 30 in use
		+ fault   sim/ready           the SIM asks for its PIN, 3 tries left; the doctor tries none
		+                             → serve with ALARMPANEL_PIN set, or switch the PIN off in a phone
		- No faults, 1 warning.
		+ 1 fault, 1 warning.
		"
	`);
});

test("no registration", async () => {
	expect(
		await changedReport(
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
		- ok      network/registered  registered, home network, Proximus
		- ok      network/signal      the signal is excellent, -73 dBm
		+ fault   network/registered  registration denied: nothing can be sent or received
		+                             → the network refuses the SIM: ask whether it is active, and whether 2G is still there
		+ warning network/signal      the signal is fair, -99 dBm: texts may fail
		+                             → move the antenna to a window, away from metal
		- No faults, 1 warning.
		+ 1 fault, 2 warnings.
		"
	`);
});

test("a full storage", async () => {
	expect(
		await changedReport(
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
		- ok      sms/storage         storage SM: 3 of 30 in use
		+ fault   sms/storage         storage SM: 30 of 30 in use: no text can arrive
		+                             → serve --auto-erase makes room by itself; alarmpanel modem inbox --delete all empties it
		- No faults, 1 warning.
		+ 1 fault, 1 warning.
		"
	`);
});
