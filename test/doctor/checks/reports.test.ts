import { expect, test } from "vitest";
import { aWorld, told } from "../../support/doctor-world.ts";

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
