import { expect, test } from "vitest";
import { createPanel } from "../../../src/index.ts";
import {
	heardLines,
	keypadDisplay,
} from "../../../src/views/panel/keypad-display.ts";

/** A house with a front door and a window, and what its keypad shows after each step. */
async function shownAfter(steps: readonly string[]) {
	const panel = await createPanel();
	await panel.text("PROG 7982 DEAN:1,1,0000000001,Front door");
	await panel.text("PROG 7982 DEED:1,1,,,Front door,02");
	await panel.text("PROG 7982 DEAN:1,2,0000000002,Window");
	for (const step of steps)
		await (/^\d/.test(step) ? panel.advance(step) : panel.step(step));
	const { lines, lights } = keypadDisplay(panel.snapshot(), panel.status());
	const on = Object.entries(lights).flatMap(([name, isOn]) =>
		isOn ? [name] : [],
	);
	return [...lines, on.join(" ")];
}

test.each([
	{ steps: [], shows: ["DISARMED", "ready", "power"] },
	{ steps: ["zone 2 open"], shows: ["DISARMED", "open: 2 Window", "power"] },
	{
		steps: ["zone 1 open", "zone 2 open"],
		shows: ["DISARMED", "2 zones open", "power"],
	},
	{
		steps: ["keypad 1234 away", "10s"],
		shows: ["ARMING AWAY", "20s to leave", "power"],
	},
	{
		steps: ["keypad 1234 home", "1m"],
		shows: ["ARMED HOME", "", "power armed"],
	},
	// A thief reads neither what stands open nor what is out of order.
	{
		steps: ["keypad 1234 away", "30s", "battery low", "zone 2 tamper"],
		shows: ["ARMED AWAY", "alarm", "power armed alarm"],
	},
	{
		steps: ["keypad 1234 away", "30s", "mains fail"],
		shows: ["ARMED AWAY", "", "armed"],
	},
	{
		steps: ["keypad 1234 away", "30s", "zone 1 open", "5s"],
		shows: ["ARMED AWAY", "15s to enter a code", "power armed"],
	},
	{
		steps: ["keypad 1234 away", "30s", "zone 2 open"],
		shows: ["ARMED AWAY", "alarm", "power armed alarm"],
	},
	{
		steps: ["keypad 1234 away", "30s", "zone 2 open", "keypad 1234 disarm"],
		shows: ["DISARMED", "was: burglar alarm, 2 Window", "power alarm"],
	},
	{
		steps: ["battery low"],
		shows: ["DISARMED", "battery low: the panel", "power fault"],
	},
	{ steps: ["power cut"], shows: ["", "", ""] },
])("after $steps the keypad shows $shows", async ({ steps, shows }) => {
	expect(await shownAfter(steps)).toEqual(shows);
});

test("under duress the keypad shows what it shows after the user's own code", async () => {
	const show = async (code: string) => {
		const factory = (await createPanel({ model: "mz-8" })).snapshot();
		const forced = { id: 98, name: "", pin: "4321", latch: true };
		const panel = await createPanel({
			snapshot: { ...factory, users: [...factory.users, forced] },
		});
		await panel.step("keypad 1234 away");
		await panel.advance("1m");
		await panel.step(`keypad ${code} disarm`);
		return keypadDisplay(panel.snapshot(), panel.status());
	};
	expect(await show("4321")).toEqual(await show("1234"));
});

test("a delay is heard in steps, and the rest as it is shown", async () => {
	const panel = await createPanel();
	await panel.step("keypad 1234 away");
	const heard: string[] = [];
	for (let second = 0; second <= 30; second += 1) {
		const [mode, delay] = heardLines(panel.snapshot(), panel.status());
		const said = `${second}: ${mode} ${delay}`;
		if (heard.at(-1)?.split(": ")[1] !== said.split(": ")[1]) heard.push(said);
		await panel.advance("1s");
	}
	expect(heard).toEqual([
		"0: ARMING AWAY 30s to leave",
		"10: ARMING AWAY 20s to leave",
		"20: ARMING AWAY 10s to leave",
		"30: ARMED AWAY ",
	]);
});
