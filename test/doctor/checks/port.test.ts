import { expect, test } from "vitest";
import {
	aWorld,
	changedReport,
	filesOf,
	machine,
} from "../../support/doctor-world.ts";

test("no port", async () => {
	const { "/dev/ttyUSB0": _, ...files } = machine;
	expect(
		await changedReport(aWorld({ files: filesOf(files) })),
	).toMatchInlineSnapshot(`
		"
		- ok      port/there          /dev/serial/by-id/usb-HUAWEI-if00 is there
		- ok      port/name           /dev/serial/by-id/usb-HUAWEI-if00 stays with the modem
		- ok      port/access         alarm may open it
		- ok      port/held           no process that can be seen from here has it open
		- ok      modem/answers       it answers to AT
		- ok      modem/identity      HUAWEI E1550 11.608, IMEI ***********0706
		- ok      sim/ready           the SIM is ready
		- ok      network/registered  registered, home network, Proximus
		- ok      network/signal      the signal is excellent, -73 dBm
		- ok      sms/centre          a service centre is set
		- ok      sms/storage         storage SM: 3 of 30 in use
		- ok      sms/arrival         it can announce texts that arrive
		- ok      network/clock       the clock agrees with that of the mobile network
		+ fault   port/there          there is no /dev/serial/by-id/usb-HUAWEI-if00, and no other port of a modem
		+                             → plug the modem in; dmesg says whether the machine sees it; a container needs --device
		- No faults, 1 warning.
		+ 1 fault, 1 warning.
		"
	`);
});

test("a port held by another process", async () => {
	const files = filesOf({
		...machine,
		"/proc/812/comm": "ModemManager\n",
		"/proc/812/fd/9": { link: "/dev/ttyUSB0" },
	});
	expect(await changedReport(aWorld({ files }))).toMatchInlineSnapshot(`
		"
		- ok      port/held           no process that can be seen from here has it open
		- ok      modem/answers       it answers to AT
		- ok      modem/identity      HUAWEI E1550 11.608, IMEI ***********0706
		- ok      sim/ready           the SIM is ready
		- ok      network/registered  registered, home network, Proximus
		- ok      network/signal      the signal is excellent, -73 dBm
		- ok      sms/centre          a service centre is set
		- ok      sms/storage         storage SM: 3 of 30 in use
		- ok      sms/arrival         it can announce texts that arrive
		- ok      network/clock       the clock agrees with that of the mobile network
		+ fault   port/held           ModemManager, process 812, has /dev/ttyUSB0 open, so answers of the modem go astray
		+                             → keep it away from this modem with ID_MM_DEVICE_IGNORE in a udev rule (docs/service.md),
		+                               or: sudo systemctl disable --now ModemManager
		- No faults, 1 warning.
		+ 1 fault, 1 warning.
		"
	`);
});

test("a port that this user may not open", async () => {
	const files = { ...filesOf(machine), mayOpen: async () => false };
	expect(await changedReport(aWorld({ files }))).toMatchInlineSnapshot(`
		"
		- ok      port/access         alarm may open it
		- ok      port/held           no process that can be seen from here has it open
		- ok      modem/answers       it answers to AT
		- ok      modem/identity      HUAWEI E1550 11.608, IMEI ***********0706
		- ok      sim/ready           the SIM is ready
		- ok      network/registered  registered, home network, Proximus
		- ok      network/signal      the signal is excellent, -73 dBm
		- ok      sms/centre          a service centre is set
		- ok      sms/storage         storage SM: 3 of 30 in use
		- ok      sms/arrival         it can announce texts that arrive
		- ok      network/clock       the clock agrees with that of the mobile network
		+ fault   port/access         alarm may not open /dev/serial/by-id/usb-HUAWEI-if00, which belongs to the group dialout
		+                             → sudo usermod -aG dialout alarm, then log in again or restart the service; a container
		+                               needs --device
		- No faults, 1 warning.
		+ 1 fault, 1 warning.
		"
	`);
});
