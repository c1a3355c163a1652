import { describe, expect, test } from "vitest";
import { whyIgnored } from "../../../src/firmware/answer/silence-reasons.ts";
import { respond } from "../../../src/firmware/respond.ts";
import { mobileMates } from "../../../src/models/mobile-mates.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import {
	ANNA,
	anna,
	BOB,
	bob,
	panelWithPeople,
	TextedPanel,
} from "../../support/panel-with-people.ts";
import { withRemote } from "../../support/remote-house.ts";
import { NOON, PANEL } from "../../support/texting.ts";

describe("who is heard", () => {
	test.each(["+33612345", "+336123456789", "Anna", "", "33612345678"])(
		"%j is nobody's number: silence",
		(from) => {
			const panel = new TextedPanel();
			expect([panel.text("ARM", from), panel.silence]).toEqual([
				null,
				"unlisted",
			]);
			expect(panel.state.runtime).toBe(panelWithPeople.runtime);
		},
	);

	test("a name that looks like a number is nobody's", () => {
		const panel = new TextedPanel();
		expect(panel.text("ARM", ANNA, null, true)).toBeNull();
	});

	test("strangers are remembered where that is wanted, and never answered", () => {
		const panel = withRemote({ recordUnknown: true });
		expect(panel.text("STATUS", "+4912345")).toBeNull();
		expect(panel.state.runtime.guard.unknown).toEqual([
			{ from: "+4912345", at: panel.now, count: 1 },
		]);
	});

	test("who is not let in at the moment is met with silence", () => {
		const panel = withRemote({ people: [{ ...anna, enabled: false }] });
		expect([panel.text("STATUS"), panel.silence]).toEqual([null, "disabled"]);
	});

	test("who has not the right is told so", () => {
		const panel = new TextedPanel();
		expect(panel.text("DISARM 2222", BOB)).toBe(
			"You may not use DISARM. HELP lists your words.",
		);
		expect(panel.why).toBe("person/right");
	});

	test("what no language knows is silence, or one helpful line", () => {
		const panel = new TextedPanel();
		expect([panel.text("dısarm 1234"), panel.silence]).toEqual([
			null,
			"not-understood",
		]);
		expect(withRemote({ helpLine: true }).text("good morning")).toBe(
			"Not understood. Text HELP for the words that you may use.",
		);
	});

	test.each([
		["Please arm", "ARM"],
		["please  ARM the house", "ARM"],
		["Could you arm", "ARM"],
		["FW: ARM", "ARM"],
		["Fwd:arm force 1234", "ARM FORCE"],
		["Re: status", "STATUS"],
		["Por favor, disarm 1234", "DISARM"],
		["Disarm1234", "DISARM"],
		["disarm:1234", "DISARM"],
		["BYPASS3", "BYPASS"],
		["sms-stop", "SMS DISABLE"],
		["please lock up", "ARM"],
		["Night", "HOME"],
		["cancel", "ARM CANCEL"],
		["off 1234", "DISARM"],
		["“Off.”", "DISARM"],
		["part set", "HOME"],
		["how is it?", "STATUS"],
	])("%s does nothing, and is answered with %s", (text, word) => {
		const panel = withRemote({ aliases: [{ alias: "LOCK UP", word: "ARM" }] });
		expect([panel.text(text), panel.why]).toEqual([
			`Not understood. Did you mean ${word}?`,
			"message/no-word",
		]);
		const { runtime, ...programmed } = panel.state;
		const { runtime: before, ...was } = withRemote({
			aliases: [{ alias: "LOCK UP", word: "ARM" }],
		}).state;
		expect({ ...runtime, guard: null }).toEqual({ ...before, guard: null });
		expect(runtime.guard.wrongCodes).toEqual([]);
		expect(programmed).toEqual(was);
	});

	test.each([
		"could you please arm",
		"armchair",
		"rearm1234",
		"alarm clock",
		"good night",
		"night night",
		"set off fireworks",
		"nights",
		"12345 arm",
		"please 12 arm",
		"dısarm1234",
		"HOUS 7982 HOME:1",
		"HOUS 7982 STATUS",
		"PROG 7982x HOME",
		"",
		" ",
		"+",
	])("%j is met with silence", (text) => {
		expect(new TextedPanel().text(text)).toBeNull();
	});

	test.each(["HOME:PROG,2222,1", "HOME:LOCK,1111,1"])(
		"%s is met with silence: an answer would tell a wrong P-Word",
		(text) => {
			const sms = { from: ANNA, text, sentAt: null, named: false };
			const identity = { model: mobileMates, number: PANEL };
			expect(respond(identity, panelWithPeople, sms, NOON).reply).toBeNull();
		},
	);

	test("everybody is answered in their language", () => {
		const panel = withRemote({
			language: "es",
			people: [anna, { ...bob, language: "fr" }],
		});
		expect([panel.text("HOME"), panel.text("ARM", BOB)]).toEqual([
			"Armando parcial: 30 s.",
			"Armement: 30 s pour sortir.",
		]);
	});
});

describe("a text that was long on its way", () => {
	test.each([
		[15 * 60, "Arming away: 30 s to leave."],
		[
			15 * 60 + 1,
			"Your text came 15 min late and was not carried out. Check the real state first: STATUS",
		],
	])("%d seconds", (age, reply) => {
		const panel = new TextedPanel();
		expect(panel.text("ARM", ANNA, panel.now - age * 1000)).toBe(reply);
	});

	test("is answered if it only asks", () => {
		const panel = new TextedPanel();
		const yesterday = panel.now - 86_400_000;
		expect(panel.text("STATUS", ANNA, yesterday)).toBe(
			"The house is disarmed.",
		);
	});

	test("is no confirmation", () => {
		const panel = new TextedPanel();
		panel.text("BYPASS 3");
		const text = `${panel.code()}1234`;
		expect(panel.text(text, ANNA, panel.now - 3_600_000)).toMatch(/^Your text/);
		expect(panel.state.zones).toBe(panelWithPeople.zones);
	});
});

describe("beside plain words", () => {
	test("installer messages come first, whoever sends them", () => {
		const panel = new TextedPanel();
		expect(panel.text("PROG 7982 USRS:3,3333,EVE,1", "+4999")).toBe("USRS:OK");
	});

	test("those that change the mode need one who may program", () => {
		const panel = withRemote({
			people: [{ ...anna, can: [...anna.can, "program"] }, bob],
		});
		expect(panel.text("PROG 7982 MODE:A", BOB)).toBeNull();
		expect(panel.text("PROG 7982 MODE:A")).toBe("MODE:OK");
	});
});

test("the others are told of what was done, and who asked is not", () => {
	const panel = new TextedPanel();
	panel.texts("STATUS", "ARM", "DISARM 0000", "ARM");
	expect(
		panel.state.runtime.notices.map(({ person, about, what, by }) => [
			person,
			about,
			what,
			by,
		]),
	).toEqual([[2, "done", "ARM", "Anna"]]);
});

describe("a slip is named", () => {
	test.each(["disarm \u0664\u0667\u0661\u0661", "DISARM ４７１１"])(
		"%s: digits of another script",
		(text) => {
			const panel = new TextedPanel();
			panel.text(text);
			const verdict = panel.last?.verdict;
			expect(
				verdict?.type === "error" ? verdict.diagnostics : null,
			).toMatchObject([
				{ message: "PIN: digits 0 to 9, not those of another script" },
			]);
		},
	);

	test.each([
		["DISARM 12345", "Not understood. Write: DISARM 1234", 5, [7, 12]],
		["disarm 123.", "Not understood. Write: DISARM 1234", 3, [7, 10]],
		["ARM 12345", "Not understood. Write: ARM", 5, [4, 9]],
		["12345 Disarm", null, 5, [0, 5]],
		[" 471  home", null, 3, [1, 4]],
	])(
		"%j has no PIN of four digits, which nobody counts",
		(text, reply, digits, place) => {
			const panel = new TextedPanel();
			const { guard } = panel.state.runtime;
			expect(panel.text(text)).toBe(reply);
			const verdict = panel.last?.verdict;
			const told =
				verdict?.type === "error"
					? verdict.diagnostics
					: verdict?.type === "silence"
						? [
								whyIgnored(
									{ model: vst2752, number: PANEL },
									{ from: ANNA, text },
									verdict,
								),
							]
						: [];
			expect(
				told.map(({ message, start, end }) => [message, [start, end]]),
			).toEqual([[`PIN: 4 digits, this has ${digits}`, place]]);
			expect(panel.state.runtime.guard.wrongCodes).toBe(guard.wrongCodes);
		},
	);

	test.each([
		["DISARM now", "DISARM takes no parameters, this is number 1"],
		[
			"DISARM 4711 12345",
			"the message ends with the PIN, this stands behind it",
		],
		["BYPASS 12345", "zone: 1 to 40, this is outside"],
	])("%s is told as what it is", (text, message) => {
		const panel = new TextedPanel();
		panel.text(text);
		const verdict = panel.last?.verdict;
		const told = verdict?.type === "error" ? verdict.diagnostics : [];
		expect(told.map((each) => each.message)).toEqual([message]);
	});

	test.each([
		["arm home", "Not understood. Write: HOME"],
		["arm stay", "Not understood. Write: HOME"],
		["Arm night 1234", "Not understood. Write: HOME"],
		["arm away", "Not understood. Write: ARM"],
		["arm the house", "Not understood. Write: ARM"],
		["arm cancel1234", "Not understood. Write: ARM CANCEL 1234"],
		["arm force1234", "Not understood. Write: ARM FORCE 1234"],
		["arm at22:30 1234", "Not understood. Write: ARM AT 22:30 1234"],
		["home off", "Not understood. Write: DISARM 1234"],
		[
			"arm at night 1234",
			"Wrong time. Not understood. Write: ARM AT 22:30 1234",
		],
	])("%s is not done, and answered with what was meant", (text, reply) => {
		const panel = new TextedPanel();
		expect(panel.text(text)).toBe(reply);
		expect(panel.state.runtime).toEqual(panelWithPeople.runtime);
	});
});
