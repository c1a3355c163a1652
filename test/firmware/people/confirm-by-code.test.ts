import { describe, expect, test } from "vitest";
import {
	ANNA,
	anna,
	BOB,
	bob,
	panelWithPeople,
	TextedPanel,
} from "../../support/panel-with-people.ts";
import { outboxOf } from "../../support/panel-with-zones.ts";
import {
	BYPASSED,
	QUESTION,
	WRONG,
	withRemote,
} from "../../support/remote-house.ts";
import { watchedParts } from "../../support/watched-panel.ts";

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
			"BYPASS needs a one-time code, and you have none: ask whoever runs the panel to set it up.",
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
