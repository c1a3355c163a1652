import { expect, test } from "vitest";
import { changes } from "../../src/panel/changes.ts";
import { factory, having } from "../support/panel-builder.ts";

test("changes are told leaf by leaf, lists by id, without log and guard", () => {
	const after = having(
		factory,
		{ type: "set-user", user: 1, name: "JOHN" },
		{ type: "set-user", user: 3, pin: "0003" },
		{ type: "wrong-code" },
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

test("the same state has no changes", () => {
	expect(changes(factory, structuredClone(factory))).toEqual([]);
});
