import { expect, test } from "vitest";
import { aWorld, changedReport } from "../../support/doctor-world.ts";

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
	expect(await changedReport({ ...world, panel })).toMatchInlineSnapshot(`
		"
		+ ok      reports/1           destination 1 is a phone
		+ fault   reports/2           destination 2 does not take a NULL: it does not answer
		+                             → check host, port, account and key with the receiving centre; some take no NULL: alarmpanel
		+                               report test tries a report
		- No faults, 1 warning.
		+ 1 fault, 1 warning.
		"
	`);
});
