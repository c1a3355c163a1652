import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { LogEntry } from "../../src/panel/state/runtime.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { DigestInput } from "../../src/simulation/digest-input.ts";
import { writeStateDifference } from "../../src/simulation/state-difference.ts";
import { digestOf } from "../support/digest.ts";
import { aZone } from "../support/panel-with-zones.ts";
import { fresh } from "../support/texting.ts";

const before = fresh(vst2752);
const something: unknown = { changed: true };

test.each(Object.keys(before).filter((name) => name !== "runtime"))(
	"tells a change of %s",
	(name) => {
		const after = { ...before, [name]: something };
		expect(sumOf(before, after)).not.toBe(sumOf(before, before));
	},
);

test.each(Object.keys(before.runtime))(
	"tells a change of runtime.%s",
	(name) => {
		const runtime = { ...before.runtime, [name]: other(name) };
		expect(sumOf(before, { ...before, runtime })).not.toBe(
			sumOf(before, before),
		);
	},
);

test("writes each member under a name of its own", () => {
	const { runtime, ...programmed } = before;
	const changed: readonly PanelState[] = [
		...Object.keys(programmed).map((name) => ({
			...before,
			[name]: something,
		})),
		...Object.keys(runtime)
			.filter((name) => name !== "log")
			.map((name) => ({
				...before,
				runtime: { ...runtime, [name]: something },
			})),
	];
	const sums = new Set(changed.map((after) => sumOf(before, after)));
	expect(sums.size).toBe(changed.length);
});

test("goes by what the states hold, not by what they share", () => {
	const [user] = before.users;
	if (user === undefined) throw new Error("there is no user");
	const renamed = { ...before, users: [{ ...user, name: "JOHN" }] };
	const copy: PanelState = structuredClone(renamed);
	expect(sumOf(before, copy)).toBe(sumOf(before, renamed));
	expect(sumOf(before, structuredClone(before))).toBe(sumOf(before, before));
});

test("tells what is gone, and in which place something changed", () => {
	const zones = [1, 2, 3].map((id) => aZone(id, "entry"));
	const three = { ...before, zones };
	const sums = [
		three,
		{ ...three, zones: zones.slice(0, 2) },
		{ ...three, zones: zones.slice(1) },
		{ ...three, zones: zones.with(1, aZone(2, "away-entry")) },
		{ ...three, zones: zones.with(2, aZone(3, "away-entry")) },
		{ ...three, stored: {} },
	].map((after) => sumOf(three, after));
	expect(new Set(sums).size).toBe(6);
});

test("tells a change of each member of an entry of the log", () => {
	const log = [anEntry];
	const entries: readonly LogEntry[] = [
		anEntry,
		{ ...anEntry, sequence: 2 },
		{ ...anEntry, at: 1 },
		{ ...anEntry, event: "disarmed" },
		{ ...anEntry, about: "home" },
		{ ...anEntry, by: "clock" },
	];
	const sums = entries.map((entry) => sumOf(withLog([]), withLog([entry])));
	expect(new Set(sums).size).toBe(6);
	expect(sumOf(withLog(log), withLog([{ ...anEntry }]))).toBe(
		sumOf(before, before),
	);
	expect(sumOf(withLog(log), withLog([]))).not.toBe(sumOf(before, before));
});

test("no two names that a panel's memory has are written as the same word", () => {
	const names = new Set(
		[...JSON.stringify(before).matchAll(/"(\w+)":/g)].map(([, name]) => name),
	);
	for (const [, name] of readFileSync(
		"panel-config.schema.json",
		"utf8",
	).matchAll(/"(\w+)":/g))
		names.add(name);
	const hashes = [...names].map((name = "") => {
		const digestInput = new DigestInput();
		digestInput.name(name);
		return digestOf(digestInput).parts.sum;
	});
	expect(names).toContain("schedules");
	expect(new Set(hashes).size).toBe(names.size);
});

const anEntry: LogEntry = {
	sequence: 1,
	at: 0,
	event: "armed",
	about: "away",
	by: "sms +15550101",
};

function withLog(log: readonly LogEntry[]): PanelState {
	return { ...before, runtime: { ...before.runtime, log } };
}

/** What the log holds is known to be entries. */
function other(name: string): unknown {
	return name === "log" ? [anEntry] : something;
}

function sumOf(then: PanelState, now: PanelState): string {
	const digestInput = new DigestInput();
	writeStateDifference(then, now, digestInput);
	return digestOf(digestInput).parts.sum;
}
