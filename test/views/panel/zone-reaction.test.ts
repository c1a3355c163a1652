import { expect, test } from "vitest";
import { createPanel } from "../../../src/index.ts";
import { find } from "../../../src/panel/state/numbered.ts";
import {
	reactionNow,
	reactionsByMode,
	situationText,
} from "../../../src/views/panel/zone-reaction.ts";

/** A house with a front door, a window and a smoke detector. */
async function house() {
	const panel = await createPanel();
	for (const text of [
		"DEAN:1,1,0000000001,Front door",
		"DEED:1,1,,,Front door,02",
		"DEAN:1,2,0000000002,Window",
		"DEAN:1,3,0000000003,Smoke",
		"DEED:1,3,,,Smoke,10",
	])
		await panel.text(`PROG 7982 ${text}`);
	const would = (id: number) => {
		const state = panel.snapshot();
		const zone = find(state.zones, id);
		if (zone === undefined) throw new Error(`no zone ${id}`);
		return reactionNow(state, zone);
	};
	return { panel, would: () => [1, 2, 3].map(would) };
}

test("what a trip would do now goes with the mode", async () => {
	const { panel, would } = await house();
	expect(would()).toEqual(["chime", "nothing", "fire alarm"]);
	await panel.step("keypad 1234 away");
	expect(would()).toEqual(["nothing", "nothing", "fire alarm"]);
	await panel.advance("30s");
	expect(would()).toEqual(["entry delay", "burglar alarm", "fire alarm"]);
});

test("what stands open, is bypassed, left out or without power does nothing, and why", async () => {
	const { panel, would } = await house();
	await panel.step("zone 1 open");
	await panel.text("PROG 7982 BYPS:3,2");
	expect(would()).toEqual([
		"nothing: it stands open already",
		"nothing",
		"nothing: it is bypassed",
	]);
	await panel.step("power cut");
	expect(would()[1]).toBe("nothing: there is no power");
});

test("what a front door does in each mode", async () => {
	const { panel } = await house();
	const [door] = panel.snapshot().zones;
	if (door === undefined) throw new Error("no door");
	expect(
		reactionsByMode(door).map(
			({ situation, text }) => `${situationText(situation)}: ${text}`,
		),
	).toEqual([
		"disarmed: chime",
		"away: entry delay",
		"home 1: entry delay",
		"home 2: entry delay",
		"home 3: entry delay",
		"exit delay: nothing",
		"entry delay: entry delay",
	]);
});
