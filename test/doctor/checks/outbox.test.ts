import { expect, test } from "vitest";
import type { Report } from "../../../src/panel/state/runtime.ts";
import { aWorld, told } from "../../support/doctor-world.ts";
import { NOON } from "../../support/texting.ts";

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
				id: 1,
				at,
				subject: 1,
				group: 1,
				rounds: 0,
				failed: [1],
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
