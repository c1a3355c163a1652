import { expect, test } from "vitest";
import {
	anna,
	panelWithPeople,
	TextedPanel,
} from "../../support/panel-with-people.ts";

/** A panel whose front door was opened six seconds ago while it was armed away. */
function entering(language: "en" | "fr" | "es"): TextedPanel {
	const panel = new TextedPanel({
		...panelWithPeople,
		remote: { ...panelWithPeople.remote, people: [{ ...anna, language }] },
	});
	panel.text("ARM");
	panel.wait(30);
	panel.open(1);
	panel.wait(6);
	return panel;
}

test.each([
	[
		"en",
		"The house is armed away. Entry delay: 14 s to disarm. Open: 1 Front door.",
		"NOT armed. Entry delay: 14 s to disarm. Check the real state first: STATUS",
	],
	[
		"fr",
		"La maison est armée totale. Délai d'entrée: 14 s pour désarmer. Ouvert: 1 Front door.",
		"NON armée. Délai d'entrée: 14 s pour désarmer. Vérifiez d'abord l'état réel: STATUS",
	],
	[
		"es",
		"La casa esta armada. Retardo de entrada: 14 s para desarmar. Abierto: 1 Front door.",
		"NO armada. Retardo de entrada: 14 s para desarmar. Compruebe antes el estado real: STATUS",
	],
] as const)(
	"STATUS and HOME name an entry delay that runs, in %s",
	(language, status, home) => {
		expect(entering(language).texts("STATUS", "HOME")).toEqual([status, home]);
	},
);

test("ARM says of an armed house that the entry delay runs", () => {
	expect(entering("en").text("ARM")).toBe(
		"The house is armed away already. Entry delay: 14 s to disarm.",
	);
});

test("once it is over, or somebody has disarmed, nothing is said of it", () => {
	const late = entering("en");
	late.wait(14);
	expect(late.texts("STATUS", "HOME")).toEqual([
		"The house is armed away. Siren on. ALARM: burglar 1 Front door. Open: 1 Front door.",
		"NOT armed. There is an alarm: disarm first. Check the real state first: STATUS",
	]);
	expect(entering("en").texts("DISARM 1234", "STATUS")).toEqual([
		"The house is disarmed.",
		"The house is disarmed. Open: 1 Front door.",
	]);
});
