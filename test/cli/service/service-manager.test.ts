import { expect, test } from "vitest";
import { tellServiceManager } from "../../../src/cli/service/service-manager.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";

const WATCHDOG = {
	NOTIFY_SOCKET: "/run/systemd/notify",
	WATCHDOG_USEC: "60000000",
};

test("the watchdog is fed twice in its time, and only while the panel lives", async () => {
	const clock = virtualClock(0);
	const said: string[] = [];
	let ailments: readonly string[] = [];
	const end = tellServiceManager({
		environment: WATCHDOG,
		ailments: () => ailments,
		complain: (remark) => said.push(remark),
		clock,
		notify: (line) => said.push(`${clock.now() / 1000} ${line}`),
	});
	await clock.advanceTo(60_000);
	ailments = ["the panel's clock stands still for 31s"];
	await clock.advanceTo(180_000);
	ailments = [];
	await clock.advanceTo(210_000);
	end();
	await clock.advanceTo(600_000);
	expect(said).toEqual([
		"0 READY=1",
		"0 WATCHDOG=1",
		"30 WATCHDOG=1",
		"60 WATCHDOG=1",
		"the watchdog is not fed: the panel's clock stands still for 31s",
		"210 WATCHDOG=1",
		"210 STOPPING=1",
	]);
});

test.each([
	["no manager", {}, []],
	["no watchdog", { NOTIFY_SOCKET: "/run/x" }, ["READY=1", "STOPPING=1"]],
	[
		"another process's watchdog",
		{ ...WATCHDOG, WATCHDOG_PID: "1" },
		["READY=1", "STOPPING=1"],
	],
])("%s", async (_, environment, lines) => {
	const clock = virtualClock(0);
	const said: string[] = [];
	const end = tellServiceManager({
		environment,
		clock,
		ailments: () => [],
		complain: (remark) => said.push(remark),
		notify: (line) => said.push(line),
	});
	await clock.advanceTo(600_000);
	end();
	expect(said).toEqual(lines);
});
