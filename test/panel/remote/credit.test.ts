import { describe, expect, test } from "vitest";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import { factory, having } from "../../support/panel-builder.ts";
import { NOON } from "../../support/texting.ts";

describe("the credit", () => {
	const asking = having(factory, {
		type: "set-remote",
		remote: { creditCode: "*100#" },
	});
	const asked = (state: PanelState, ...numbers: readonly string[]) =>
		numbers.reduce(
			(present, from) =>
				transition(
					present,
					{ type: "ask-credit", by: { via: "sms", from } },
					NOON,
				).state,
			state,
		);

	test("is asked for once for each number, where there is a code", () => {
		expect(asked(factory, "+1").runtime.creditFor).toEqual([]);
		expect(asked(asking, "+1", "+2", "+1").runtime.creditFor).toEqual([
			"+1",
			"+2",
		]);
	});

	test("is asked for twenty numbers at most", () => {
		const numbers = Array.from({ length: 30 }, (_, at) => `+${at}`);
		expect(asked(asking, ...numbers).runtime.creditFor).toEqual(
			numbers.slice(0, 20),
		);
	});

	test("is told to each who asked, once, and to nobody else", () => {
		const known = { type: "credit-known", text: "4.20 left" } as const;
		const told = having(
			asked(asking, "+1", "+2"),
			{ ...known, to: "+1" },
			{ ...known, to: "+1" },
			{ ...known, to: "+3" },
		);
		expect(told.runtime.creditFor).toEqual(["+2"]);
		expect(told.runtime.outgoing).toEqual([
			{ id: 1, to: "+1", text: "4.20 left" },
		]);
	});

	test("that the house's own system asked for is no text", () => {
		const state = having(asked(asking, ""), {
			type: "credit-known",
			to: "",
			text: "4.20 left",
		});
		expect([state.runtime.creditFor, state.runtime.outgoing]).toEqual([[], []]);
	});
});
