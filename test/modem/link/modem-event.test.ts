import { expect, test } from "vitest";
import { describeModemEvent } from "../../../src/modem/link/modem-event.ts";

test("what keeps texts from coming or going is told with what to do", () => {
	const coverage = { type: "coverage", registration: "denied" } as const;
	const storage = { type: "storage", storage: "SM", total: 20 } as const;
	const lines = [
		{ ...coverage, state: "lost", advice: "ask the network" } as const,
		{ ...coverage, state: "lost", advice: null } as const,
		{ ...storage, state: "filling", used: 16 } as const,
		{ ...storage, state: "full", used: 20 } as const,
		{ ...storage, state: "room", used: 0 } as const,
	].map(describeModemEvent);
	const advice =
		"serve --auto-erase makes room by itself; alarmpanel modem inbox --delete all empties it";
	expect(lines).toEqual([
		"coverage lost: denied; ask the network",
		"coverage lost: denied",
		`storage SM is filling up: 16 of 20; ${advice}`,
		`storage SM is full: 20 of 20, and no text can arrive; ${advice}`,
		"storage SM has room again: 0 of 20",
	]);
});
