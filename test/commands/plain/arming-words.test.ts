import { describe, expect, test } from "vitest";
import { TextedPanel } from "../../support/panel-with-people.ts";

describe("ARM", () => {
	test("names the exit delay, and says so once it is armed already", () => {
		const panel = new TextedPanel();
		expect(panel.text("arm")).toBe("Arming away: 30 s to leave.");
		panel.wait(30);
		expect(panel.state.runtime.mode).toBe("away");
		expect(panel.text("ARM")).toBe("The house is armed away already.");
	});

	test("names what is open and does not arm, however often it is said", () => {
		const panel = new TextedPanel();
		panel.open(3);
		panel.happens({
			type: "trouble",
			trouble: "mains",
			zone: 0,
			present: true,
		});
		const refusal =
			"NOT armed. In the way: 3 Kitchen window open, mains power. ARM FORCE and your PIN arms without them. Check the real state first: STATUS";
		expect(panel.texts("ARM", "ARM")).toEqual([refusal, refusal]);
		expect(panel.state.runtime.mode).toBe("disarm");
	});

	test("is refused during an alarm", () => {
		const panel = new TextedPanel();
		panel.open(4);
		expect(panel.text("ARM")).toBe(
			"NOT armed. There is an alarm: disarm first. Check the real state first: STATUS",
		);
	});
});

test("ARM FORCE leaves out what is open, and names it", () => {
	const panel = new TextedPanel();
	panel.open(3);
	expect(panel.text("ARM FORCE")).toBe("This needs your PIN: ARM FORCE 1234");
	expect(panel.text("1234 arm force")).toBe(
		"Arming away: 30 s to leave. Bypassed: 3 Kitchen window.",
	);
});

describe("ARM AT", () => {
	test.each([
		["22:30", "20/11 22:30"],
		["22.30", "20/11 22:30"],
		["10:30pm", "20/11 22:30"],
		["10:30 PM", "20/11 22:30"],
		["12:05AM", "21/11 00:05"],
		["11:00", "21/11 11:00"],
	])("%s is %s", (time, when) => {
		expect(new TextedPanel().text(`arm at ${time} 1234`)).toBe(
			`Will arm away at ${when}, once.`,
		);
	});

	test.each(["25:00", "24:00", "12:60", "13:00PM", "0:30AM", "soon", ""])(
		"%j is no time",
		(time) => {
			const panel = new TextedPanel();
			expect(panel.text(`ARM AT ${time} 1234`)).toBe(
				"Wrong time. Not understood. Write: ARM AT 22:30 1234",
			);
			expect(panel.state.runtime.armAt).toBeNull();
		},
	);

	test("arms then, and ARM CANCEL takes it back", () => {
		const panel = new TextedPanel();
		panel.texts("ARM AT 22:30 1234", "ARM AT 12:10 1234");
		expect(panel.text("ARM CANCEL 1234")).toBe(
			"Will NOT arm at 20/11 12:10: cancelled.",
		);
		expect(panel.text("ARM CANCEL 1234")).toBe("There was nothing to cancel.");
		panel.text("ARM AT 12:10 1234");
		panel.wait(601);
		expect(panel.text("ARM CANCEL 1234")).toBe(
			"Arming cancelled: the house is disarmed.",
		);
	});
});

test("HOME arms the night", () => {
	expect(new TextedPanel().text("Home")).toBe("Arming home: 30 s.");
});

test("DISARM needs a PIN, first or last, and says when there was nothing to do", () => {
	const panel = new TextedPanel();
	panel.text("ARM");
	expect(panel.texts("DISARM", "disarm 1234", "1234 DISARM")).toEqual([
		"This needs your PIN: DISARM 1234",
		"The house is disarmed.",
		"The house is disarmed already.",
	]);
});
