import { describe, expect, test } from "vitest";
import { whyIgnored } from "../../../src/firmware/answer/silence-reasons.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import {
	ANNA,
	anna,
	BOB,
	bob,
	panelWithPeople,
	TextedPanel,
} from "../../support/panel-with-people.ts";
import { outboxOf } from "../../support/panel-with-zones.ts";
import { PANEL } from "../../support/texting.ts";
import { watchedParts } from "../../support/watched-panel.ts";

const WRONG = "Wrong code. Cancelled. Check the real state first: STATUS";
const BYPASSED = "Bypassed until the next disarming: 3 Kitchen window.";
const QUESTION =
	"To bypass 3 Kitchen window until the next disarming: reply with one-time code and PIN within 5 minutes.";

function withRemote(
	changes: Partial<typeof panelWithPeople.remote>,
): TextedPanel {
	return new TextedPanel({
		...panelWithPeople,
		remote: { ...panelWithPeople.remote, ...changes },
	});
}

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

describe("a PIN", () => {
	test("is the person's own; a wrong one is told nothing", () => {
		const panel = new TextedPanel();
		expect(panel.text("DISARM 2222")).toBe(
			"Not done. Check the real state first: STATUS",
		);
		expect(panel.why).toBe("person/wrong-pin");
	});

	test("after three wrong ones nobody hears this number for a while", () => {
		const panel = new TextedPanel();
		panel.texts("DISARM 0000", "DISARM 0001", "DISARM 0002");
		expect([panel.text("DISARM 1234"), panel.silence]).toEqual([null, "shut"]);
		expect(panel.text("HOME", BOB)).toBe("Arming home: 30 s.");
		panel.wait(90);
		expect(panel.text("DISARM 1234")).toBe("The house is disarmed.");
	});

	test.each<[string, Partial<typeof panelWithPeople.remote>, string, number]>([
		["the remote switch off", { enabled: false }, "DISARM", 0],
		["the right missing", { people: [bob] }, "DISARM", 0],
		["the text an hour old", {}, "DISARM", 60],
		["the minimum delay", { minimumDelay: 60 }, "HOME", 0],
		["words behind it", {}, "DISARM NOW", 0],
		["a code to be asked for", {}, "BYPASS 3", 0],
	])(
		"under duress calls for help and shows nothing, whatever stands against it: %s",
		(_, changes, word, age) => {
			const { reporting } = watchedParts;
			const [forced, own, wrong] = ["9898", "1234", "4321"].map((pin) => {
				const panel = withRemote(changes);
				panel.state = { ...panel.state, reporting };
				const [sender] = panel.state.remote.people;
				const from = sender?.numbers[0];
				const right = sender?.id === 2 && pin === "1234" ? "2222" : pin;
				panel.text("HOME", from);
				panel.wait(120);
				panel.text(`${word} ${right}`, from, panel.now - age * 60_000);
				return panel;
			});
			expect(outboxOf(forced?.state ?? panelWithPeople)).toContain("1121 998");
			expect(outboxOf(own?.state ?? panelWithPeople)).not.toContain("1121 998");
			expect(outboxOf(wrong?.state ?? panelWithPeople)).not.toContain(
				"1121 998",
			);
			const seen = (panel: TextedPanel | undefined) => [
				panel?.last?.reply,
				{ ...panel?.state.runtime, outbox: [], reports: 0 },
			];
			expect(seen(forced)).toEqual(seen(own));
		},
	);

	test("under duress calls for help also where its code comes too late", () => {
		const panel = new TextedPanel({
			...panelWithPeople,
			reporting: watchedParts.reporting,
		});
		panel.text("BYPASS 3");
		panel.wait(301);
		expect(panel.text(`${panel.code()}9898`)).toBeNull();
		expect(panel.silence).toBe("late-code");
		expect(outboxOf(panel.state)).toContain("1121 998");
	});

	test("under duress is a disarming to every eye, and is reported", () => {
		const destination = {
			id: 1,
			url: "sms://+15550201",
			group: 1,
			level: "all",
			carrier: "",
		} as const;
		const reporting = {
			...panelWithPeople.reporting,
			destinations: [destination],
		};
		const [threatened, free] = ["9898", "1234"].map((pin) => {
			const panel = new TextedPanel({ ...panelWithPeople, reporting });
			panel.text("ARM");
			panel.wait(60);
			return { reply: panel.text(`DISARM ${pin}`), panel };
		});
		expect(threatened?.reply).toBe(free?.reply);
		const seen = (panel: TextedPanel | undefined) => ({
			...panel?.state.runtime,
			outbox: [],
			reports: 0,
		});
		expect(seen(threatened?.panel)).toEqual(seen(free?.panel));
		expect(outboxOf(threatened?.panel.state ?? panelWithPeople)).toContain(
			"1121 998",
		);
		expect(outboxOf(free?.panel.state ?? panelWithPeople)).not.toContain(
			"1121 998",
		);
	});
});

describe("a one-time code", () => {
	test("is asked for, and does what the question said", () => {
		const panel = new TextedPanel();
		expect(panel.texts("BYPASS 3", `${panel.code()} 1234`)).toEqual([
			QUESTION,
			BYPASSED,
		]);
		expect(panel.state.zones[1]?.bypass).toBe("once");
	});

	test.each([
		[0, true],
		[-1, true],
		[-2, false],
		[1, false],
	])("of %d steps from now is right: %s", (steps, isRight) => {
		const panel = new TextedPanel();
		panel.text("BYPASS 3");
		expect(panel.text(`${panel.code(steps)}-1234`)).toBe(
			isRight ? BYPASSED : WRONG,
		);
	});

	test("has one try; the right one afterwards is silence", () => {
		const panel = new TextedPanel();
		panel.text("BYPASS 3");
		expect(panel.text("hello")).toBe(WRONG);
		expect(panel.text(`${panel.code()}1234`)).toBeNull();
		expect(panel.silence).toBe("not-understood");
	});

	test("is used once", () => {
		const panel = new TextedPanel();
		panel.texts("BYPASS 3", `${panel.code()}1234`, "BYPASS 1");
		expect(panel.text(`${panel.code()}1234`)).toBe(WRONG);
	});

	test("lives strictly less than five minutes", () => {
		const inTime = new TextedPanel();
		inTime.text("BYPASS 3");
		inTime.wait(299.999);
		expect(inTime.text(`${inTime.code()}1234`)).toBe(BYPASSED);
		const late = new TextedPanel();
		late.text("BYPASS 3");
		late.wait(300);
		expect([late.text(`${late.code()}1234`), late.silence]).toEqual([
			null,
			"late-code",
		]);
		late.text("BYPASS 3");
		late.wait(300);
		expect(late.text("0000001234")).toBe(WRONG);
	});

	test.each([
		[45, 20, BYPASSED],
		[400, 299, BYPASSED],
		[400, 300, null],
		// A text cannot be older than the question, nor younger than its arrival.
		[90, -1, WRONG],
		[90, 91, WRONG],
	])(
		"that comes after %i s is judged by when it was sent: after %i s",
		(came, sent, reply) => {
			const panel = new TextedPanel();
			panel.text("BYPASS 3");
			const sentAt = panel.now + sent * 1000;
			const steps = Math.floor(sent / 30);
			const code = sent < 0 || sent > came ? panel.code(-2) : panel.code(steps);
			panel.wait(came);
			expect(panel.text(`${code}1234`, ANNA, sentAt)).toBe(reply);
		},
	);

	test("from another number is no reply to this one's question", () => {
		const people = [anna, { ...bob, can: anna.can, otpKey: anna.otpKey }];
		const panel = withRemote({ people });
		panel.text("BYPASS 3");
		expect(panel.text(`${panel.code()}2222`, BOB)).toBeNull();
		expect(panel.text(`${panel.code()}1234`)).toBe(BYPASSED);
	});

	test("confirms the newest question; words in between leave it alone", () => {
		const panel = new TextedPanel();
		panel.texts("BYPASS 3", "BYPASS 1", "STATUS", "BYPASS 9", "DISARM 0000");
		expect(panel.text(`${panel.code()}1234`)).toBe(
			"Bypassed until the next disarming: 1 Front door.",
		);
	});

	test("checks switch and rights again", () => {
		const panel = new TextedPanel();
		panel.text("BYPASS 3");
		panel.happens(
			{ type: "set-remote", remote: { enabled: false } },
			{ via: "local" },
		);
		expect(panel.text(`${panel.code()}1234`)).toBe(
			"Remote control is switched off. It is switched on at the panel only.",
		);
		expect(panel.state.zones).toBe(panelWithPeople.zones);
	});

	test("is not asked of who has no authenticator", () => {
		const panel = withRemote({ people: [{ ...anna, otpKey: "" }] });
		expect(panel.text("BYPASS 3")).toBe(
			"BYPASS needs a one-time code, and you have none set up.",
		);
	});

	test("may be asked for every word, and for no word but DISARM left out", () => {
		const panel = withRemote({
			confirmation: [
				{ word: "ARM", by: "code" },
				{ word: "ARM FORCE", by: "code" },
				{ word: "MUTE", by: "none" },
			],
		});
		panel.open(3);
		expect(panel.texts("MUTE", "ARM FORCE")).toEqual([
			"The siren is off.",
			"To arm away without 3 Kitchen window open: reply with one-time code and PIN within 5 minutes.",
		]);
		expect(panel.text("ARM")).toMatch(/^NOT armed/);
	});
});

describe("the minimum delay", () => {
	const panel = () => withRemote({ minimumDelay: 15 });

	test("holds for every form and every sender, up to its very end", () => {
		const there = panel();
		there.text("ARM");
		there.wait(899);
		const soon = "Too soon after the last command: wait 1 min.";
		expect(
			there.texts("HOME", "ARM FORCE 1234", "ARM AT 22:30 1234", "BYPASS 3"),
		).toEqual([soon, soon, soon, soon]);
		expect(there.text("HOME", BOB)).toBe(soon);
		there.wait(1);
		expect(there.text("HOME")).toBe("Arming home: 30 s.");
	});

	test("disarming, silencing and questions do not wait", () => {
		const there = panel();
		there.text("ARM");
		expect(there.texts("STATUS", "MUTE 1234", "DISARM 1234")).toEqual([
			"Arming away: 30 s to leave.",
			"The siren is off.",
			"The house is disarmed.",
		]);
	});

	test("does not begin with what was not done", () => {
		const there = panel();
		there.open(3);
		there.texts("ARM", "ARM FORCE", "ARM FORCE 0000");
		expect(there.text("ARM FORCE 1234")).toMatch(/^Arming away/);
	});

	test("is off unless it is set", () => {
		expect(new TextedPanel().texts("ARM", "HOME")).toEqual([
			"Arming away: 30 s to leave.",
			"Arming home: 30 s.",
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

	test("a word behind another one is what was meant", () => {
		const panel = new TextedPanel();
		expect(panel.text("arm home")).toBe(panel.text("home now"));
		expect(panel.state.runtime.mode).toBe("disarm");
	});
});
