import { expect, test } from "vitest";
import { local } from "../../../src/panel/state/event.ts";
import {
	anna,
	panelWithPeople,
	TextedPanel,
} from "../../support/panel-with-people.ts";

test.each([
	[
		"en",
		"The house is disarmed. On test until 13:00: nobody is told of alarms.",
		"The house is disarmed. On test until 21/11 11:59: nobody is told of alarms.",
		"The house is disarmed.",
	],
	[
		"fr",
		"La maison est désarmée. En test, fin 13:00: aucune alarme n'est transmise.",
		"La maison est désarmée. En test, fin 21/11 11:59: aucune alarme n'est transmise.",
		"La maison est désarmée.",
	],
	[
		"es",
		"La casa esta desarmada. En prueba hasta 13:00: no se avisa de alarmas.",
		"La casa esta desarmada. En prueba hasta 21/11 11:59: no se avisa de alarmas.",
		"La casa esta desarmada.",
	],
] as const)(
	"STATUS says that the panel is on test and until when, in %s",
	(language, hour, day, over) => {
		const people = [{ ...anna, language }];
		const remote = { ...panelWithPeople.remote, people };
		const panel = new TextedPanel({ ...panelWithPeople, remote });
		const answers = [60, 23 * 60 + 59, 0].map((minutes) => {
			panel.happens({ type: "on-test", minutes }, local);
			return panel.text("STATUS");
		});
		expect(answers).toEqual([hour, day, over]);
	},
);
