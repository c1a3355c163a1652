import { describe, expect, test } from "vitest";
import {
	configSchema,
	SCHEMA_VERSION,
} from "../../src/derive/config-schema.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { panelWithZones, stateAfter } from "../support/panel-with-zones.ts";
import { NOON } from "../support/texting.ts";

const home = panelWithZones(["burglar", "entry"]);
const armed = stateAfter(home, "0 keypad 1234 away", "30 nothing");

/** What a file with this content is told. */
function told(state: object, model = mz8): readonly string[] {
	const document = {
		schemaVersion: SCHEMA_VERSION,
		...state,
		model: model.name,
	};
	const { error } = configSchema(model).safeParse(document);
	return (error?.issues ?? []).map(
		({ path, message }) => `${path.join(".")}: ${message}`,
	);
}

function going(state: PanelState, runtime: object): object {
	return { ...state, runtime: { ...state.runtime, ...runtime } };
}

test("what the panel came to by itself is accepted", () => {
	expect(told(stateAfter(armed, "40 zone 2 open", "41 zone 1 open"))).toEqual(
		[],
	);
});

describe("refused is", () => {
	test.each([
		[
			"a siren without an alarm or an end",
			going(home, { siren: true }),
			[
				"runtime.siren: one deadline of the kind siren goes with it, there are 0",
				"runtime.siren: false while there is no alarm",
			],
		],
		[
			"an entry delay without an end, or while disarmed",
			going(home, { entry: { zone: 2, waiting: [] } }),
			[
				"runtime.entry: one deadline of the kind entry goes with it, there are 0",
				"runtime.entry: null unless the mode is home or away",
			],
		],
		[
			"an end of an entry delay that does not run",
			going(armed, { deadlines: [{ due: NOON, kind: "entry", sequence: 1 }] }),
			["runtime.entry: no deadline of the kind entry goes with it, there is 1"],
		],
		[
			"a zone left out of a disarmed panel",
			going(home, { leftOut: [1] }),
			["runtime.leftOut: empty while the mode is disarm"],
		],
		[
			"a zone twice",
			going(home, { open: [1, 1] }),
			["runtime.open: has each entry only once"],
		],
		[
			"a word that is no trouble",
			going(home, {
				troubles: [
					{ name: "rain", zone: 0, since: 0, present: true, told: false },
				],
			}),
			[
				"runtime.troubles.0.name: one of mains, battery-low, battery-missing, panel-tamper, jam, gsm, sim, receiver, tamper, low-battery, supervision",
			],
		],
		[
			"a time zone that does not exist",
			{ ...home, options: { ...home.options, timeZone: "Mars" } },
			["options.timeZone: a name in the IANA list, such as Europe/Berlin"],
		],
	])("%s", (_, state, issues) => {
		expect(told(state)).toEqual(issues);
	});

	test("a time of day for a mode that the model has not", () => {
		const schedules = [{ id: 1, hour: 22, minute: 0, mode: "home-2" }];
		expect(told({ ...home, schedules }, vst2752)).toEqual([
			"schedules.0.mode: one of away, home-1, this is none of them (did you mean home-1?)",
		]);
	});
});

test("a countdown that is farther off than any can be is brought nearer", () => {
	const by = { via: "clock" } as const;
	const alarm = stateAfter(armed, "40 zone 1 open");
	const deadlines = alarm.runtime.deadlines.map((deadline) => ({
		...deadline,
		due: deadline.due + 1e12,
	}));
	const edited = { ...alarm, runtime: { ...alarm.runtime, deadlines } };
	const looked = transition(edited, { type: "time", by }, NOON + 50_000).state;
	expect(looked.runtime.deadlines[0]?.due).toBe(NOON + 50_000 + 900_000);
});
