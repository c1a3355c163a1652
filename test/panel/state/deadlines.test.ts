import { describe, expect, test } from "vitest";
import {
	FARTHEST,
	withDeadline,
	withinReach,
	withoutDeadline,
	withoutDeadlines,
} from "../../../src/panel/state/deadlines.ts";
import type {
	Deadline,
	DeadlineKind,
} from "../../../src/panel/state/runtime.ts";

const kinds: readonly DeadlineKind[] = [
	"exit",
	"entry",
	"siren",
	"cross-zone",
	"settle",
	"trouble",
	"schedule",
	"check-in",
	"report",
];

describe("deadlines that fall due together", () => {
	test("are met in the order of their kinds, whatever order they were made in", () => {
		const made = kinds
			.toReversed()
			.reduce<readonly Deadline[]>(
				(list, kind) => withDeadline(list, kind, 500),
				[],
			);
		expect(made.map(({ kind }) => kind)).toEqual(kinds);
	});

	test("are met in the order in which they were made, when they are of one kind", () => {
		const made = ["b", "c", "a"].reduce<readonly Deadline[]>(
			(list, about) => withDeadline(list, "trouble", 500, about),
			[{ due: 100, kind: "siren", sequence: 7, about: "" }],
		);
		expect(made).toEqual([
			{ due: 100, kind: "siren", sequence: 7, about: "" },
			{ due: 500, kind: "trouble", sequence: 8, about: "b" },
			{ due: 500, kind: "trouble", sequence: 9, about: "c" },
			{ due: 500, kind: "trouble", sequence: 10, about: "a" },
		]);
		expect(withDeadline(made, "exit", 100).map(({ kind }) => kind)).toEqual([
			"exit",
			"siren",
			"trouble",
			"trouble",
			"trouble",
		]);
	});
});

test("nothing is due later than dates reach", () => {
	expect(withDeadline([], "exit", Number.MAX_SAFE_INTEGER)[0]?.due).toBe(
		FARTHEST,
	);
});

describe("taking away", () => {
	const some: readonly Deadline[] = [
		{ due: 1, kind: "siren", sequence: 1, about: "" },
		{ due: 2, kind: "report", sequence: 2, about: "1" },
		{ due: 3, kind: "report", sequence: 3, about: "2" },
		{ due: 4, kind: "trouble", sequence: 4, about: "1" },
	];
	const left = (list: readonly Deadline[]) => list.map(({ due }) => due);

	test("one of a kind leaves the others", () => {
		expect(left(withoutDeadline(some, "report", "1"))).toEqual([1, 3, 4]);
	});

	test("kinds takes all of them", () => {
		expect(left(withoutDeadlines(some, "report", "siren"))).toEqual([4]);
	});

	test("a kind that is not there gives the same list", () => {
		expect(withoutDeadlines(some, "exit")).toBe(some);
	});
});

describe("a deadline that is farther off than its countdown can be", () => {
	test.each([
		["exit", 255],
		["entry", 255],
		["siren", 900],
		["cross-zone", 255],
		["settle", 60],
		["trouble", 15_300],
		["schedule", 259_200],
		["check-in", 2_419_200],
		["report", 60],
	] as const)("of the kind %s is brought to %d s", (kind, seconds) => {
		const at = (due: number): readonly Deadline[] => [
			{ due, kind, sequence: 1, about: "x" },
		];
		const farthest = at(10_000 + seconds * 1000);
		expect(withinReach(farthest, 10_000)).toBe(farthest);
		expect(withinReach(at(10_001 + seconds * 1000), 10_000)).toEqual(farthest);
	});

	test("takes its place among the others", () => {
		const some: readonly Deadline[] = [
			{ due: 100_000, kind: "siren", sequence: 1, about: "" },
			{ due: 9e12, kind: "settle", sequence: 2, about: "" },
		];
		expect(withinReach(some, 0)).toEqual([
			{ due: 60_000, kind: "settle", sequence: 2, about: "" },
			{ due: 100_000, kind: "siren", sequence: 1, about: "" },
		]);
	});
});
