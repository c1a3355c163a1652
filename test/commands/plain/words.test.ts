import { describe, expect, test } from "vitest";
import { septetCount } from "../../../src/sms/gsm7.ts";
import {
	anna,
	panelWithPeople,
	TextedPanel,
} from "../../support/panel-with-people.ts";
import { aZone } from "../../support/panel-with-zones.ts";

test("MUTE stops the siren and leaves the alarm", () => {
	const panel = new TextedPanel();
	panel.open(4);
	expect(panel.texts("MUTE 1234", "MUTE 1234", "STATUS")).toEqual([
		"Siren stopped. The alarm stays until you disarm.",
		"The siren is off.",
		"The house is disarmed. ALARM: FIRE zone 4. Open: zone 4.",
	]);
});

describe("BYPASS and UNBYPASS", () => {
	const panel = () =>
		new TextedPanel({
			...panelWithPeople,
			remote: {
				...panelWithPeople.remote,
				confirmation: [{ word: "BYPASS", by: "none" }],
			},
		});

	test("leave a zone out and watch it again", () => {
		const there = panel();
		expect(there.texts("bypass 3", "ZONES", "UNBYPASS 3", "ZONES")).toEqual([
			"Bypassed until the next disarming: 3 Kitchen window.",
			"3 Kitchen window bypassed, 1 Front door closed, zone 4 closed.",
			"Watched again: 3 Kitchen window.",
			"1 Front door closed, 3 Kitchen window closed, zone 4 closed.",
		]);
	});

	test.each(["0", "-1", "3.5", "3,5", "x", "2", "41", "3 4", "", "\u0663"])(
		"zone %j is wrong, and the right ones are named",
		(zone) => {
			const there = panel();
			expect(there.text(`BYPASS ${zone}`)).toBe(
				"Wrong zone. Zones: 1 Front door, 3 Kitchen window, zone 4.",
			);
			expect(there.state.zones).toBe(panelWithPeople.zones);
		},
	);

	test.each(["kitchen window", "KITCHEN", "Kitchen  Window", "kítchen"])(
		"%s is zone 3 by its name",
		(name) => {
			const there = panel();
			expect(there.texts(`BYPASS ${name}`, `unbypass ${name}`)).toEqual([
				"Bypassed until the next disarming: 3 Kitchen window.",
				"Watched again: 3 Kitchen window.",
			]);
		},
	);

	test("a name that two zones begin with is asked for again", () => {
		const there = panel();
		const zones = there.state.zones.map((zone) => ({
			...zone,
			name: `Door ${zone.id}`,
		}));
		const panelOfDoors = new TextedPanel({ ...there.state, zones });
		expect(panelOfDoors.texts("BYPASS door", "BYPASS door 4")).toEqual([
			"Wrong zone. Zones: 1 Door 1, 3 Door 3, 4 Door 4.",
			"Bypassed until the next disarming: 4 Door 4.",
		]);
	});

	test("no code is asked for what is done already", () => {
		const there = new TextedPanel();
		const question =
			"To bypass 3 Kitchen window until the next disarming: reply with one-time code and PIN within 5 minutes.";
		const answer = "Bypassed until the next disarming: 3 Kitchen window.";
		expect(there.text("BYPASS kitchen")).toBe(question);
		expect(there.text(`${there.code()}1234`)).toBe(answer);
		expect(there.text("BYPASS 3")).toBe(answer);
		expect(there.state.runtime.guard.pending).toEqual([]);
	});

	test("a zone that is left out for good stays so", () => {
		const zones = panelWithPeople.zones.map((zone) => ({
			...zone,
			bypass: "always" as const,
		}));
		const there = new TextedPanel({ ...panel().state, zones });
		there.text("BYPASS 3");
		expect(there.state.zones).toBe(zones);
	});
});

test("STATUS tells mode, siren, alarms, troubles, what is open and what is planned", () => {
	const panel = new TextedPanel();
	panel.text("ARM AT 22:30 1234");
	panel.text("HOME");
	panel.wait(30);
	panel.open(3);
	panel.happens({ type: "trouble", trouble: "mains", zone: 0, present: true });
	expect(panel.text("STATUS")).toBe(
		"The house is armed home. Siren on. ALARM: burglar 3 Kitchen window. Trouble: mains power. Open: 3 Kitchen window. Will arm away at 20/11 22:30, once.",
	);
	panel.text("DISARM 1234");
	expect(panel.text("STATUS")).toBe(
		"The house is disarmed. Trouble: mains power. Open: 3 Kitchen window. Alarm memory: burglar 3 Kitchen window. Will arm away at 20/11 22:30, once.",
	);
});

test("lists are cut where an SMS ends, and say how many are missing", () => {
	const zones = Array.from({ length: 30 }, (_, at) => ({
		...aZone(at + 1, "burglar"),
		name: `A rather long name ${at}`.slice(0, 20),
	}));
	const panel = new TextedPanel({ ...panelWithPeople, zones });
	for (const { id } of zones) panel.open(id);
	const answers = panel.texts("ZONES", "STATUS", "ARM", "BYPASS 31");
	expect(answers[0]).toBe(
		"1 A rather long name 0 open, 2 A rather long name 1 open, 3 A rather long name 2 open, 4 A rather long name 3 open, 5 A rather long name 4 open, +25 more.",
	);
	for (const answer of answers) {
		expect(septetCount(answer ?? "")).toBeLessThanOrEqual(160);
		expect(answer).toMatch(/\+\d+ more/);
	}
});

test("LOG tells what happened last, the latest first, in the panel's time", () => {
	const panel = new TextedPanel();
	panel.text("ARM");
	panel.wait(60);
	panel.open(3);
	panel.happens({ type: "trouble", trouble: "sim", zone: 0, present: true });
	expect(panel.text("LOG")).toBe(
		"20/11 12:01 trouble SIM; 20/11 12:01 ALARM burglar 3 Kitchen window; 20/11 12:00 armed away; 20/11 12:00 arming by Anna.",
	);
	expect(new TextedPanel().text("LOG")).toBe("Nothing has happened yet.");
});

describe("LOG says who, what and which", () => {
	test("every fault in spite of which somebody armed, and by whom", () => {
		const panel = new TextedPanel();
		panel.open(1);
		panel.open(3);
		panel.text("ARM");
		panel.text("ARM FORCE 1234");
		expect(panel.text("LOG")).toBe(
			"20/11 12:00 arming by Anna; 20/11 12:00 armed in spite of 1 Front door, 3 Kitchen window, by Anna.",
		);
	});

	test("what stood in the way, a time to arm at, and who was at the keypad", () => {
		const panel = new TextedPanel();
		panel.happens({
			type: "trouble",
			trouble: "mains",
			zone: 0,
			present: true,
		});
		panel.texts("ARM", "ARM AT 22:30 1234");
		expect(panel.text("LOG")).toBe(
			"20/11 12:00 to arm at 22:30 by Anna; 20/11 12:00 not armed: mains power, by Anna; 20/11 12:00 trouble mains power.",
		);
		const keypad = new TextedPanel();
		keypad.happens({ type: "keypad", code: "2222", mode: "away" });
		keypad.happens({ type: "keypad", code: "1234", mode: "disarm" });
		expect(keypad.text("LOG")).toBe(
			"20/11 12:00 disarmed by the keypad; 20/11 12:00 arming by Bob.",
		);
	});

	test("the detector of a trouble, and a trouble that is over", () => {
		const panel = new TextedPanel();
		const battery = {
			type: "trouble",
			trouble: "low-battery",
			zone: 3,
		} as const;
		panel.happens({ ...battery, present: true });
		panel.happens({ ...battery, present: false });
		expect(panel.text("LOG")).toBe(
			"20/11 12:00 in order 3 Kitchen window battery low; 20/11 12:00 trouble 3 Kitchen window battery low.",
		);
	});

	test("an entry that is longer than an SMS says how many more there are", () => {
		const zones = Array.from({ length: 20 }, (_, at) => ({
			...aZone(at + 1, "burglar"),
			name: `A rather long name ${at}`.slice(0, 20),
		}));
		const panel = new TextedPanel({ ...panelWithPeople, zones });
		for (const { id } of zones) panel.open(id);
		panel.text("ARM");
		expect(panel.text("LOG")).toBe(
			"20/11 12:00 not armed: 1 A rather long name 0 open, 2 A rather long name 1 open, 3 A rather long name 2 open, 4 A rather long name 3 open, +16 more, by Anna.",
		);
	});
});

describe("CREDIT", () => {
	test("asks the network, where a code is set", () => {
		const remote = { ...panelWithPeople.remote, creditCode: "*100#" };
		const panel = new TextedPanel({ ...panelWithPeople, remote });
		expect(panel.text("CREDIT")).toBe(
			"The network is being asked; its answer follows.",
		);
		expect(panel.state.runtime.creditFor).toEqual([anna.numbers[0]]);
	});

	test("says so where none is", () => {
		const panel = new TextedPanel();
		expect(panel.text("CREDIT")).toBe(
			"No credit code is set: the panel cannot ask.",
		);
		expect(panel.state.runtime.creditFor).toEqual([]);
	});
});

describe("HELP", () => {
	test("lists the words that this person may use", () => {
		const panel = new TextedPanel();
		expect(panel.text("HELP")).toBe(
			"STATUS, ZONES, ARM, ARM FORCE, ARM AT, ARM CANCEL, HOME, DISARM, MUTE, BYPASS, UNBYPASS, LOG, CREDIT, HELP, SMS DISABLE. HELP and a word explains it.",
		);
		expect(panel.text("help", "+33612345679")).toBe(
			"ARM, ARM FORCE, ARM AT, HOME, HELP, SMS DISABLE. HELP and a word explains it.",
		);
	});

	test.each([
		[
			"HELP ARM AT",
			"ARM AT 22:30 1234: Arms away at the next such time, once, without what is open. ARM CANCEL takes it back. 1234 is your PIN.",
		],
		[
			"help bypass",
			"BYPASS 3: Bypasses zone 3 until the next disarming. It asks for one-time code and PIN.",
		],
		["HELP COFFEE", "There is no word COFFEE. HELP lists them."],
	])("%s", (text, answer) => {
		expect(new TextedPanel().text(text)).toBe(answer);
	});
});

test("SMS DISABLE switches remote control off, and only the panel brings it back", () => {
	const panel = new TextedPanel();
	expect(panel.text("SMS STOP")).toBe(
		"To switch remote control OFF for everybody (only the panel switches it on again): reply with one-time code and PIN within 5 minutes.",
	);
	expect(panel.text(`${panel.code()}1234`)).toBe(
		"Remote control is OFF for everybody. It is switched on at the panel only.",
	);
	expect(panel.texts("ARM", "STATUS", "ZONES", "LOG", "HELP")).toEqual([
		"Remote control is switched off. It is switched on at the panel only.",
		"The house is disarmed.",
		expect.stringContaining("1 Front door"),
		expect.any(String),
		expect.stringContaining("STATUS"),
	]);
});

test.each([
	["SMS DISABEL", "Not understood. Did you mean SMS DISABLE?"],
	["sms stopp", "Not understood. Did you mean SMS STOP?"],
	["DISRAM 1234", "Not understood. Did you mean DISARM?"],
	["BYPAS 3", "Not understood. Did you mean BYPASS?"],
	["ARM AT 22:3O 1234", "Wrong time. Not understood. Write: ARM AT 22:30 1234"],
	["am I at home", null],
	["have a nice day", null],
	["hello", null],
])(
	"%s is answered with the nearest word, where one is near",
	(text, answer) => {
		const panel = new TextedPanel();
		expect(panel.texts(text, text, text, text)).toEqual(
			text.startsWith("ARM")
				? [answer, answer, answer, answer]
				: [answer, answer, answer, null],
		);
	},
);

test("aliases are data: a word, a phrase, and what follows them", () => {
	const remote = {
		...panelWithPeople.remote,
		aliases: [
			{ alias: "SET", word: "ARM" },
			{ alias: "GOOD NIGHT", word: "HOME" },
		] as const,
	};
	const panel = new TextedPanel({ ...panelWithPeople, remote });
	expect(panel.texts("set", "SET AT 22:30 1234", "help set")).toEqual([
		"Arming away: 30 s to leave.",
		"Will arm away at 20/11 22:30, once.",
		expect.stringMatching(/^ARM: /),
	]);
	expect(
		new TextedPanel({ ...panelWithPeople, remote }).text("good  night"),
	).toBe("Arming home: 30 s.");
});
