import { expect, test } from "vitest";
import { writtenFaults } from "../../../src/firmware/script/written-faults.ts";
import { cr200 } from "../../../src/models/cr200.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import { panelWithPeople } from "../../support/panel-with-people.ts";

const written = {
	...panelWithPeople,
	remote: {
		...panelWithPeople.remote,
		scripts: [
			{ name: "fine", lines: ["HOME", "TEXT SENDER {zone 3}"] },
			{
				name: "night",
				lines: ["ARM", "USRS:2,12345", "TEXT SENDER {zone 9 name}: {zone 9}"],
			},
		],
		questions: [
			{ asked: "Shut?", answer: "{zone 3}", people: [] },
			{ asked: "Open?", answer: "{zone 8}", people: [] },
		],
	},
};

test("what the owner wrote and cannot work is named with its place", () => {
	expect(writtenFaults(vst2752, written)).toEqual([
		{
			path: "remote.scripts.1.lines.1",
			rule: "user PIN: 4 digits, this has 5",
		},
		{ path: "remote.scripts.1.lines.2", rule: "zone 9 has no device" },
		{ path: "remote.questions.1.answer", rule: "zone 8 has no device" },
	]);
});

test("a line is for one model", () => {
	expect(writtenFaults(cr200, written)[0]).toEqual({
		path: "remote.scripts.1.lines.1",
		rule: "command word: cr200 has no USRS",
	});
});
