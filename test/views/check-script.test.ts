import { expect, test } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { checkMessage } from "../../src/views/check-message.ts";
import { factorySubject } from "../../src/views/subject.ts";
import { anna, panelWithPeople } from "../support/panel-with-people.ts";

const state: PanelState = {
	...panelWithPeople,
	remote: {
		...panelWithPeople.remote,
		people: [{ ...anna, can: [...anna.can, "script"] }],
		scriptSecret: "slepens",
		scripts: [{ name: "hello", lines: ["TEXT SENDER Hello $who"] }],
		questions: [
			{ asked: "Is the garage shut?", answer: "Garage: shut", people: [] },
		],
	},
};
const subject = {
	...factorySubject(vst2752),
	state,
	file: "panel-config.json",
};

test.each([
	[":cmd slepens script hello who=Anna", []],
	[":cmd WRONG script hello who=Anna", ["secret: not this panel's"]],
	[":cmd slepens script nothere", ["script: there is no nothere"]],
	[":cmd slepens script hello", ["variable: $who has no value"]],
	["Is the garage shut?", []],
])("%s is judged as the panel would take it from who may", (text, faults) => {
	const { ok, diagnostics } = checkMessage(subject, text);
	expect([ok, diagnostics.map(({ message }) => message)]).toEqual([
		faults.length === 0,
		faults,
	]);
});
