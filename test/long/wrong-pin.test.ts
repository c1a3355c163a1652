import { rmSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Shell } from "../support/command-line.ts";
import { tcpModems } from "../support/tcp-modem.ts";

const tcpModem = tcpModems();
const WRONG = "9999";

/** What each verb says when the SIM has refused its PIN, now or before. */
const refused = "the SIM refused th";

/** Verbs that open a modem; `serve` stays, and is ended once it has said why. */
const verbs = [
	["serve"],
	["run"],
	["send", "+15550101", "Hello", "--timeout", "8s"],
	["modem", "info"],
	["modem", "inbox"],
] as const;

test("verbs with a wrong PIN, in any order, use one of a SIM's three tries", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.shuffledSubarray([...verbs, ...verbs], { minLength: 4, maxLength: 6 }),
			fc.nat(5),
			async (order, restartAt) => {
				const { url, modem } = await tcpModem({ sim: { pin: "4711" } });
				const shell = new Shell();
				shell.run(["config", "init"]);
				const folders = {
					TMPDIR: shell.folder,
					XDG_STATE_HOME: shell.path("state"),
				};
				for (const [at, verb] of order.entries()) {
					// What /tmp holds is gone when the machine starts anew.
					if (at === restartAt)
						rmSync(shell.path("alarmpanel-ports"), {
							recursive: true,
							force: true,
						});
					const running = shell.start(
						[...verb, "--modem", url, "--pin", WRONG],
						folders,
					);
					if (verb[0] === "serve") {
						await running.until(refused);
						running.child.kill("SIGTERM");
					}
					await running.ended;
				}
				expect(modem.equipment.sim.pinTries).toBe(2);
			},
		),
		{ numRuns: 6 },
	);
});
