import { expect, test } from "vitest";
import { aWorld, changedReport, healthy } from "../../support/doctor-world.ts";
import { NOON } from "../../support/texting.ts";

test("a clock that is a day off", async () => {
	expect(
		await changedReport(
			aWorld(
				{ run: async () => "NTPSynchronized=no\n" },
				{ ...healthy, "AT+CCLK?": ['+CCLK: "26/11/21,13:00:00+04"', "OK"] },
			),
		),
	).toMatchInlineSnapshot(`
		"
		- ok      system/clock-set    the clock follows a time server
		+ warning system/clock-set    the clock follows no time server, so times of day and one-time codes go wrong with it
		+                             → sudo timedatectl set-ntp true; on a board without a clock: After=time-sync.target in the
		+                               unit
		- ok      network/clock       the clock agrees with that of the mobile network
		+ fault   network/clock       the clock is 1d behind that of the mobile network
		+                             → set it: sudo timedatectl set-ntp true, or sudo date --set
		- No faults, 1 warning.
		+ 1 fault, 2 warnings.
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
	expect(await changedReport({ ...world, panel })).toMatchInlineSnapshot(`
		"
		- ok      system/clock        the clock is not behind what the panel remembers
		+ fault   system/clock        the clock is 1d behind what the panel remembers: it was set back, or the machine started
		+                               without the time
		+                             → set it: sudo timedatectl set-ntp true, or sudo date --set
		- No faults, 1 warning.
		+ 1 fault, 1 warning.
		"
	`);
});
