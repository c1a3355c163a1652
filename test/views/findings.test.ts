import { expect, test } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { fileFindings, findings, listed } from "../../src/views/findings.ts";
import { anna, bob, panelWithPeople } from "../support/panel-with-people.ts";
import { fresh } from "../support/texting.ts";

/** What is found at a path, as `level: message`. */
function found(state: PanelState, at: string): readonly string[] {
	return findings(vst2752, state)
		.filter(({ path }) => path === at)
		.map(({ level, message }) => `${level}: ${message}`);
}

const factory = fresh(vst2752);
const utc =
	"warning: it is UTC, so times of day, as in ARM AT, may not be those of the place: alarmpanel config set options.timeZone Europe/Paris sets another";
const nightly = { id: 1, hour: 22, minute: 0, mode: "away" } as const;

test.each([
	["nothing", factory, []],
	["people", panelWithPeople, [utc]],
	["a schedule", { ...factory, schedules: [nightly] }, [utc]],
	[
		"a country",
		{ ...factory, remote: { ...factory.remote, country: "FR" } },
		[utc],
	],
	[
		"people, in another zone",
		{
			...panelWithPeople,
			options: { ...panelWithPeople.options, timeZone: "Europe/Paris" },
		},
		[],
	],
])("the time zone UTC of a panel with %s", (_, state, expected) => {
	expect(found(state, "options.timeZone")).toEqual(expected);
});

const few =
	"5 min with one number on the list: whoever has that phone may act as often; 15 min, or a second person who is told";

test.each([
	[5, [anna], [`warning: ${few}`]],
	[0, [anna], [`note: ${few.replace("5", "0")}`]],
	[15, [anna], []],
	[5, [anna, bob], []],
	[5, [anna, { ...bob, enabled: false }], [`warning: ${few}`]],
	[5, [{ ...anna, numbers: ["+33612345678", "+33687654321"] }], []],
	[5, [], []],
])("a minimum delay of %i min for %j", (minimumDelay, people, expected) => {
	const remote = { ...panelWithPeople.remote, people, minimumDelay };
	expect(found({ ...panelWithPeople, remote }, "remote.minimumDelay")).toEqual(
		expected,
	);
});

test("a hundred findings are listed, then how many more there are", () => {
	const remarks = Array.from({ length: 101 }, (_, at) => `remark ${at}`);
	const found = fileFindings(remarks);
	expect(listed(found.slice(0, 100))).toEqual(found.slice(0, 100));
	expect(listed(found).slice(0, 100)).toEqual(found.slice(0, 100));
	expect(listed(found).slice(100)).toEqual([
		{
			level: "warning",
			path: "file",
			message: "1 more finding",
			standard: null,
		},
	]);
});
