import { expect, test } from "vitest";
import type { Quirk } from "../../../src/simulation/quirk.ts";
import { observed } from "../../../src/views/languages/observations.ts";

const answer = (
	word: string,
	ours: readonly string[],
	theirs: readonly string[],
): Quirk => ({
	model: "vst-2752",
	name: "",
	word,
	verdict: "done",
	why: null,
	parameter: null,
	shape: "v-",
	ours,
	theirs,
});

test("what was seen of a panel is told once a manner, with its numbers masked", () => {
	const panel = { model: "vst-2752", firmware: "V1.07", date: "2026-11-30" };
	expect(
		observed(
			[
				answer("USRS", ["USRS:OK"], ["USRS:OK"]),
				answer("USRS", ["USRS:OK"], ["USRS:OK"]),
				answer("PIN?", ["1:1234"], ["1:4711 2:2580"]),
				answer("ECHO", ["ECHO:OK"], []),
			],
			panel,
		),
	).toEqual({
		...panel,
		commands: [
			{
				word: "USRS",
				verdict: "done",
				shape: "v-",
				answers: ["USRS:OK"],
				alike: true,
			},
			{
				word: "PIN?",
				verdict: "done",
				shape: "v-",
				answers: ["1:**** 2:****"],
				alike: false,
			},
			{ word: "ECHO", verdict: "done", shape: "v-", answers: [], alike: false },
		],
	});
});
