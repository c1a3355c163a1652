import fc from "fast-check";
import { expect, test } from "vitest";
import type { PanelState } from "../../src/panel/state/state.ts";
import { type Act, inLibrary, inReplay, onModem } from "../support/loops.ts";
import { ANNA, BOB, panelWithPeople } from "../support/panel-with-people.ts";
import { PANEL } from "../support/texting.ts";

// Times differ by the modem's, so what is done must not depend on a second:
// whatever happens by itself is at least 2 s away from every step. Steps are
// whole multiples of 20 s apart, and no sum of the lengths below comes near
// one. For the same reason rules strike always, or so many times on the way
// between two numbers: chance would be drawn in the order of all messages.
const EXIT = 33;
const ENTRY = 23;
const DELAY = 24;
const REORDER = 29;
const TROUBLE = 45;

const STRANGERS = ["+15550101", "+15550102"];
/** Reports go there, and it asks as well. */
const CENTRE = "+15550177";
const SECOND_CENTRE = "+15550178";
const everybody = [...STRANGERS, CENTRE, SECOND_CENTRE, ANNA, BOB];

const texts = fc.record({
	from: fc.constantFrom(...STRANGERS, CENTRE),
	text: fc.constantFrom(
		"PROG 7982 ECHO:",
		"PROG 7982 MODE:A",
		"PROG 7982 MODE:D",
		"PROG 7982 USRS:1,12",
		"PROG 7982 PIN?",
		"PROG 1111 ECHO:",
		`PROG 7982 USRS:3,3333,LONG${",".repeat(170)}`,
	),
});

const events = fc.record({
	happens: fc.constantFrom(
		"power cut",
		"power restore",
		"zone 1 open",
		"zone 1 close",
		"zone 3 open",
		"zone 3 close",
		"zone 4 open",
		"keypad 1234 away",
		"keypad 1234 disarm",
		"sim missing",
		"sim present",
	),
});

const either = fc.constantFrom(`to ${PANEL}`, `from ${PANEL}`, "");
const times = fc.constantFrom("1x", "2x", "3x");
const person = fc.constantFrom(...everybody);
const between = fc.oneof(
	person.map((number) => `from ${PANEL} to ${number}`),
	person.map((number) => `from ${number} to ${PANEL}`),
);

/** An effect, always one way or so often between two numbers. */
function struck(...effects: readonly string[]): fc.Arbitrary<string> {
	const effect = fc.constantFrom(...effects);
	return fc.oneof(
		fc.tuple(effect, either).map((words) => words.join(" ")),
		fc.tuple(effect, between).map((words) => words.join(" ")),
		fc.tuple(effect, times, between).map((words) => words.join(" ")),
	);
}

const onTheWay = struck(
	"loss",
	`delay ${DELAY}s`,
	`reorder ${REORDER}s`,
	"duplicate 3s",
	"alphabet",
	"cms 38",
	"cms 42",
	"cms 500",
	"cms 1",
);

const atTheModem = struck(
	`storage-full ${TROUBLE}s`,
	`no-registration ${TROUBLE}s`,
	`deaf ${TROUBLE}s`,
	`port-gone ${TROUBLE}s`,
);

const restart = fc.constantFrom("climax", "resume", "restart-countdown");

/** Steps with so many seconds between them, and what comes of the last one. */
function acts(...gaps: readonly number[]): fc.Arbitrary<readonly Act[]> {
	const step = fc.oneof(
		{ weight: 3, arbitrary: texts },
		{ weight: 4, arbitrary: events },
	);
	const pair = fc.tuple(step, fc.constantFrom(...gaps));
	return fc
		.array(pair, { minLength: 1, maxLength: 8 })
		.map((pairs) => [
			...pairs.flatMap(([act, gap]) => [act, { wait: gap * 1000 }]),
			{ happens: "power restore" },
			{ wait: 400_000 },
		]);
}

async function sameEverywhere(
	state: PanelState,
	rules: readonly string[],
	acts: readonly Act[],
): Promise<void> {
	const talk = { state, rules, acts };
	const library = await inLibrary(talk);
	expect(inReplay(talk)).toEqual(library);
	expect(await onModem(talk)).toEqual(library);
}

test("over a channel, the library, the replay and a panel on a modem send the same texts in the same order", async () => {
	await fc.assert(
		fc.asyncProperty(
			restart,
			fc.array(onTheWay, { minLength: 1, maxLength: 4 }),
			acts(20, 40, 100),
			(restart, rules, acts) => sameEverywhere(home(restart), rules, acts),
		),
		{ numRuns: 40 },
	);
});

// A modem that fell silent is back when its driver finds out, which takes it
// some time: everything has come to rest before the next step.
test("whatever befalls the panel's modem, they send the same texts in the same order", async () => {
	await fc.assert(
		fc.asyncProperty(
			restart,
			fc.array(atTheModem, { minLength: 1, maxLength: 3 }),
			acts(400),
			(restart, rules, acts) => sameEverywhere(home(restart), rules, acts),
		),
		{ numRuns: 20 },
	);
});

test("without a channel, the library and the replay send the same texts in the same order", async () => {
	await fc.assert(
		fc.asyncProperty(restart, acts(5, 20, 100), async (restart, acts) => {
			const talk = { state: home(restart), rules: [], acts };
			expect(inReplay(talk)).toEqual(await inLibrary(talk));
		}),
		{ numRuns: 200 },
	);
});

/** It tells two people, and reports to two groups; the first destination of the first is no phone. */
function home(restart: PanelState["options"]["restart"]): PanelState {
	const urls = ["ip://1234@192.0.2.1:2280/CID", `sms://${CENTRE}`];
	const destinations = [...urls, `gsm://1234@${SECOND_CENTRE}`].map(
		(url, at) => ({
			id: at + 1,
			url,
			group: at === 2 ? 2 : 1,
			level: "all" as const,
			carrier: "",
		}),
	);
	return {
		...panelWithPeople,
		// Names so long that the answer to PIN? takes two SMS.
		users: [1, 2, 3, 4].map((id) => ({
			id,
			name: "€".repeat(20),
			pin: `${id}234`,
			latch: true,
		})),
		timers: { ...panelWithPeople.timers, exitAway: EXIT, entry1: ENTRY },
		options: { ...panelWithPeople.options, restart },
		reporting: {
			...panelWithPeople.reporting,
			groups: [{ id: 2, kind: "essential", retries: 3 }],
			destinations,
		},
	};
}
