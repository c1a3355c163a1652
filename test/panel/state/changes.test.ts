import { expect, test } from "vitest";
import { changes } from "../../../src/panel/state/changes.ts";
import { factory, having } from "../../support/panel-builder.ts";

test("changes are told leaf by leaf, lists by id, without log and guard", () => {
	const after = having(
		factory,
		{ type: "set-user", user: 1, name: "JOHN" },
		{ type: "set-user", user: 3, pin: "0003" },
		{ type: "wrong-code", listed: false },
	);
	expect(changes(factory, after)).toEqual([
		{ path: "users.1.name", from: "", to: "JOHN" },
		{ path: "users.3.id", from: null, to: 3 },
		{ path: "users.3.name", from: null, to: "" },
		{ path: "users.3.pin", from: null, to: "0003" },
		{ path: "users.3.latch", from: null, to: true },
	]);
	expect(changes(after, factory)).toContainEqual({
		path: "users.3.pin",
		from: "0003",
		to: null,
	});
});

test("a leaf may become a list or an object, and the other way round", () => {
	expect(changes({ a: null, b: 1 }, { a: { c: 1 }, b: [2] })).toEqual([
		{ path: "a.c", from: null, to: 1 },
		{ path: "b.0", from: null, to: 2 },
	]);
	expect(changes({ a: { c: 1 } }, { a: null })).toEqual([
		{ path: "a.c", from: 1, to: null },
	]);
	expect(changes({ a: 1 }, { a: null })).toEqual([
		{ path: "a", from: 1, to: null },
	]);
});

test("things in a list that have no id are counted", () => {
	expect(
		changes([1, null, "x", { id: 7, y: 1 }], [1, 2, "z", { id: 7, y: 2 }]),
	).toEqual([
		{ path: "1", from: null, to: 2 },
		{ path: "2", from: "x", to: "z" },
		{ path: "7.y", from: 1, to: 2 },
	]);
});

test("the same state has no changes", () => {
	expect(changes(factory, structuredClone(factory))).toEqual([]);
});
