import { describe, expect, test } from "vitest";
import type {
	Person,
	Question,
} from "../../../src/panel/state/remote-access.ts";
import {
	anna,
	BOB,
	bob,
	panelWithPeople,
	TextedPanel,
} from "../../support/panel-with-people.ts";

const garage: Question = {
	asked: "Is the garage shut?",
	answer: "Garage: {zone 3}",
	people: [],
};

function asking(
	questions: readonly Question[],
	people: readonly Person[] = [anna, bob],
	changes: Partial<typeof panelWithPeople.remote> = {},
): TextedPanel {
	const remote = { ...panelWithPeople.remote, ...changes, people, questions };
	return new TextedPanel({ ...panelWithPeople, remote });
}

describe("a question is answered whatever its", () => {
	test.each([
		["form", "Is the garage shut?"],
		["capitals", "IS THE GARAGE SHUT?"],
		["blanks", "  is  the garage\tshut "],
		["punctuation", "Is the garage... shut?!"],
		["accents", "Îs thé gärage shut"],
		["Turkish i", "İs the garage shut?"],
	])("%s", (_, text) => {
		expect(asking([garage]).text(text)).toBe("Garage: closed");
	});

	test.each(["Is the garage?", "Is the garage shut now", "garage"])(
		"but not for %s",
		(text) => {
			const panel = asking([garage]);
			expect([panel.text(text), panel.silence]).toEqual([
				null,
				"not-understood",
			]);
		},
	);
});

describe("a zone is told with when it changed", () => {
	test("in the panel's time zone", () => {
		const panel = asking([garage]);
		panel.state = {
			...panel.state,
			options: { ...panel.state.options, timeZone: "Europe/Paris" },
		};
		panel.open(3);
		panel.wait(120);
		expect(panel.text(garage.asked)).toBe("Garage: open since 13:00");
		panel.happens({ type: "zone-signal", zone: 3, signal: "close" });
		expect(panel.text(garage.asked)).toBe("Garage: closed since 13:02");
	});
	test("with the day, where that is not today", () => {
		const panel = asking([garage]);
		panel.open(3);
		panel.wait(86_400);
		expect(panel.text(garage.asked)).toBe("Garage: open since 20/11 12:00");
		panel.wait(364 * 86_400);
		expect(panel.text(garage.asked)).toBe("Garage: open since 20/11 12:00");
	});
	test("with what is out of order", () => {
		const panel = asking([garage]);
		panel.happens({
			type: "trouble",
			trouble: "tamper",
			zone: 3,
			present: true,
		});
		expect(panel.text(garage.asked)).toBe("Garage: closed, tamper");
	});
	test("or that it has no detector", () => {
		expect(
			asking([{ ...garage, answer: "{zone 9 name}: {zone 9}" }]).text(
				garage.asked,
			),
		).toBe("zone 9: no detector");
	});
});

test("every other place is filled in from the panel", () => {
	const answer =
		"{name} {time}: {mode}, open {open zones}, alarms {alarms}, trouble {troubles}, siren {siren}, {zone 3 name}";
	const panel = asking([{ ...garage, answer }]);
	const ask = () => panel.text(garage.asked);
	expect(ask()).toBe(
		"Anna 12:00: disarmed, open none, alarms none, trouble none, siren off, Kitchen window",
	);
	panel.text("ARM");
	expect(ask()).toBe(
		"Anna 12:00: arming away, open none, alarms none, trouble none, siren off, Kitchen window",
	);
	panel.wait(60);
	panel.happens({ type: "trouble", trouble: "sim", zone: 0, present: true });
	panel.open(3);
	expect(ask()).toBe(
		"Anna 12:01: armed away, open 3 Kitchen window, alarms burglar 3 Kitchen window, trouble SIM, siren on, Kitchen window",
	);
});

test("an answer is in the asker's language", () => {
	const panel = asking(
		[{ ...garage, answer: "{mode}, {zone 3}, {troubles}" }],
		[
			{ ...anna, language: "fr" },
			{ ...bob, can: ["status"], language: "es" },
		],
	);
	panel.open(3);
	expect([panel.text(garage.asked), panel.text(garage.asked, BOB)]).toEqual([
		"désarmée, ouvert depuis 12:00, rien",
		"desarmada, abierta desde 12:00, nada",
	]);
});

describe("who gets an answer", () => {
	const forBob: Question = { ...garage, answer: "for Bob", people: [2] };
	const status: Person = { ...bob, can: ["status"] };

	test("is whoever is named, or everybody listed", () => {
		const panel = asking([forBob], [anna, status]);
		expect([panel.text(garage.asked), panel.text(garage.asked, BOB)]).toEqual([
			null,
			"for Bob",
		]);
	});
	test("is each with an answer of their own", () => {
		const forAnna = { ...garage, answer: "for Anna", people: [1] };
		const panel = asking([forAnna, forBob], [anna, status]);
		expect([panel.text(garage.asked), panel.text(garage.asked, BOB)]).toEqual([
			"for Anna",
			"for Bob",
		]);
	});
	test("is nobody without the right to status, and nobody unlisted", () => {
		const panel = asking([garage]);
		expect([panel.text(garage.asked, BOB), panel.silence]).toEqual([
			null,
			"not-understood",
		]);
		expect([panel.text(garage.asked, "+15550199"), panel.silence]).toEqual([
			null,
			"unlisted",
		]);
	});
	test("is who asks while the remote switch is off, as with STATUS", () => {
		expect(
			asking([garage], [anna], { enabled: false }).text(garage.asked),
		).toBe("Garage: closed");
	});
});

test("a word comes before a question, and a waiting code request too", () => {
	const panel = asking([{ ...garage, asked: "How is it" }]);
	expect(panel.text("BYPASS 3")).toMatch(/^To bypass/);
	expect(panel.text("How is it")).toMatch(/^Wrong code/);
	expect(panel.text("How is it")).toBe("Garage: closed");
});

test("a question changes nothing but the count of courtesies", () => {
	const panel = asking([garage]);
	const before = panel.state;
	panel.text(garage.asked);
	const { guard } = panel.state.runtime;
	expect(guard.courtesies).toEqual([{ from: "person 1", times: [panel.now] }]);
	const { courtesies } = before.runtime.guard;
	expect({
		...panel.state,
		runtime: { ...panel.state.runtime, guard: { ...guard, courtesies } },
	}).toEqual(before);
});

test("one number is answered ten times in an hour, another is not concerned", () => {
	const panel = asking([garage], [anna, { ...bob, can: ["status"] }]);
	for (let nth = 0; nth < 10; nth += 1) {
		expect(panel.text(garage.asked)).toBe("Garage: closed");
		panel.wait(1);
	}
	expect([panel.text(garage.asked), panel.silence]).toEqual([
		null,
		"not-understood",
	]);
	expect(panel.text("STATUS")).toBe("The house is disarmed.");
	expect(panel.text(garage.asked, BOB)).toBe("Garage: closed");
	panel.wait(3600);
	expect(panel.text(garage.asked)).toBe("Garage: closed");
});

test("one number gets three lines of help in an hour", () => {
	const panel = asking([], [anna], { helpLine: true });
	const line = "Not understood. Text HELP for the words that you may use.";
	expect(panel.texts("well", "well?", "well!", "so")).toEqual([
		line,
		line,
		line,
		null,
	]);
});

test("an answer longer than one SMS is given whole, and split where it is sent", () => {
	const answer = `${"Dans la véranda, tout va bien. ".repeat(8)}{mode}`;
	expect(asking([{ ...garage, answer }]).text(garage.asked)).toHaveLength(256);
});
