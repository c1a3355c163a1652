import { expect, test } from "vitest";
import {
	allowances,
	forSimulator,
} from "../../../src/plan/messages/plan-rules.ts";
import { HOUR, MINUTE, SECOND } from "../../../src/time/units.ts";
import { NOON, SENDER } from "../../support/applied.ts";
import { factoryOf, plannedFrom, siteOfText } from "../../support/planned.ts";
import {
	AppliedTwiceDelivered,
	type Delivery,
	TwiceDelivered,
} from "../../support/twice-delivered.ts";

const rules = forSimulator(allowances);
const access = { keyword: "PROG", code: "7982" };
const plan = plannedFrom(
	siteOfText(
		`users: { 1: { pin: "4711" }, 2: { name: B, pin: "4712" }, 3: { name: C, pin: "4713" } }
timers: { exitAway: 45 }
credentials: { installerCode: "2468" }
`,
		{},
	),
	rules,
);

const once: Delivery = { copies: [SECOND], answers: [SECOND] };
const after = (seconds: number): Delivery => ({
	copies: [seconds * SECOND],
	answers: [SECOND],
});
const lost: Delivery = { copies: [], answers: [] };
/** Delivered after a second, and once more. */
const twice = (again: number): Delivery => ({
	copies: [SECOND, again],
	answers: [SECOND],
});

/** Applies the plan over and over, with a pause between; tells what was sent, heard and settled. */
async function storyOf(
	deliveries: readonly Delivery[],
	{ times = 1, pause = HOUR, taken = [] as readonly string[], ahead = 0 } = {},
): Promise<readonly string[]> {
	const state = factoryOf(plan.site);
	const end = new TwiceDelivered(plan, state, deliveries, ahead);
	for (const [at, pin] of taken.entries())
		end.panel.text(SENDER, `PROG 7982 USRS:${at + 8},${pin},X`);
	const run = new AppliedTwiceDelivered(end);
	for (let time = 0; time < times; time++) {
		if (time > 0) await run.pass(pause);
		await run.apply(plan, access, rules);
	}
	return run.entries.flatMap(({ at, entry }) => {
		const when = (at - NOON) / SECOND;
		switch (entry.type) {
			case "sending":
				return [`${when} > ${shown(entry.text)}`];
			case "heard": {
				const { settles } = entry;
				return [
					`${when} < ${entry.text}: ${entry.as}${settles === null ? "" : `, ${settles.message + 1} ${settles.as}`}`,
				];
			}
			case "settled":
				return [`${when} ${entry.message + 1} ${entry.as}`];
			case "ended":
				return [`${when} ${entry.outcome}: ${shown(entry.why)}`];
			default:
				return [];
		}
	});
}

/** References stand in the expectations as `#{…}`, which no linter takes for ours. */
function shown(text: string): string {
	return text.replaceAll("${", "#{");
}

const BEGINNING = [
	"0 > PROG 7982 ECHO:",
	"2 < ECHO:OK: answer",
	"2 > PROG 7982 MOD?:",
	"4 < an answer of 6 characters: answer",
	"4 > PROG 7982 USRS:1,#{users.1.pin}",
	"6 < USRS:OK: answer, 1 acknowledged",
];

test("a message that is carried out twice is seen by one OK too many; what it may stand for is assumed", async () => {
	const story = await storyOf([once, once, twice(4 * SECOND), once, once]);
	expect(story).toEqual([
		...BEGINNING,
		"6 > PROG 7982 USRS:2,#{users.2.pin},B",
		"8 < USRS:OK: answer, 2 acknowledged",
		"8 > PROG 7982 USRS:3,#{users.3.pin},C",
		// The second of the first message.
		"9 < USRS:OK: answer, 3 acknowledged",
		"9 > PROG 7982 TIMR:45",
		"10 2 assumed",
		"10 3 assumed",
		"10 < USRS:OK: second",
		"11 < TIMR:OK: answer, 4 acknowledged",
		"11 > PROG 7982 PWRD:,#{credentials.installerCode}",
		"13 < PWRD:OK: answer, 5 acknowledged",
		"13 done: every message was sent; what is assumed is not confirmed",
	]);
});

test("an ERROR may be that of a message whose answer seemed to have come, which is then sent again", async () => {
	const story = await storyOf([once, once, twice(3 * SECOND), once, once], {
		taken: ["4712"],
		times: 2,
	});
	expect(story).toEqual([
		...BEGINNING,
		"6 > PROG 7982 USRS:2,#{users.2.pin},B",
		"8 < USRS:OK: answer, 2 acknowledged",
		"8 > PROG 7982 USRS:3,#{users.3.pin},C",
		"8 2 assumed",
		"8 < USRS:ERROR: answer, 3 refused",
		"8 refused: message 3, PROG 7982 USRS:3,#{users.3.pin},C: ERROR; the simulator accepts it, so the panel has something that we do not know of; the ERROR is that of message 2 if the network delivered an earlier one twice",
		"3608 2 silent",
		"3608 < USRS:OK: second",
		"3608 > PROG 7982 ECHO:",
		"3610 < ECHO:OK: answer",
		"3610 > PROG 7982 MOD?:",
		"3612 < an answer of 6 characters: answer",
		"3612 > PROG 7982 USRS:2,#{users.2.pin},B",
		"3614 < USRS:ERROR: answer, 2 refused",
		"3614 refused: message 2, PROG 7982 USRS:2,#{users.2.pin},B: ERROR; the simulator accepts it, so the panel has something that we do not know of",
	]);
});

test("an ERROR that belongs to none of the open messages stops the run", async () => {
	const story = await storyOf(
		[once, once, twice(6 * SECOND), once, after(4), after(20)],
		{ taken: ["4713"] },
	);
	expect(story).toEqual([
		...BEGINNING,
		"6 > PROG 7982 USRS:2,#{users.2.pin},B",
		"8 < USRS:OK: answer, 2 acknowledged",
		"8 > PROG 7982 USRS:3,#{users.3.pin},C",
		// The second of the first message: the third is still under way.
		"11 < USRS:OK: answer, 3 acknowledged",
		"11 > PROG 7982 TIMR:45",
		"13 2 silent",
		"13 3 silent",
		"13 < USRS:ERROR: second",
		"32 < TIMR:OK: answer, 4 acknowledged",
		"32 refused: USRS was answered with ERROR, and the network delivers some messages twice: whether messages 2, 3 were carried out is not known; --resume sends them again",
	]);
});

test("a second answer to the probe under the old credentials says nothing of the new", async () => {
	const story = await storyOf(
		[...Array(6).fill(once), lost, once, twice(14 * MINUTE)],
		{ times: 2 },
	);
	expect(story).toEqual([
		...BEGINNING,
		"6 > PROG 7982 USRS:2,#{users.2.pin},B",
		"8 < USRS:OK: answer, 2 acknowledged",
		"8 > PROG 7982 USRS:3,#{users.3.pin},C",
		"10 < USRS:OK: answer, 3 acknowledged",
		"10 > PROG 7982 TIMR:45",
		"12 < TIMR:OK: answer, 4 acknowledged",
		"12 > PROG 7982 PWRD:,#{credentials.installerCode}",
		"1032 > #{credentials.keyword} #{credentials.installerCode} ECHO:",
		"2052 > PROG 7982 ECHO:",
		"2054 < ECHO:OK: answer",
		"2054 5 silent",
		"2054 silent: message 5, PROG 7982 PWRD:,#{credentials.installerCode}: no answer; --resume sends it again, and nothing that is confirmed",
		"5654 < ECHO:OK: late",
		"5654 > #{credentials.keyword} #{credentials.installerCode} ECHO:",
		"6674 > PROG 7982 ECHO:",
		"6676 < ECHO:OK: answer",
		"6676 > PROG 7982 MOD?:",
		"6678 < an answer of 6 characters: answer",
		"6678 > PROG 7982 PWRD:,#{credentials.installerCode}",
		"6680 < PWRD:OK: answer, 5 acknowledged",
		"6680 done: every message is confirmed",
	]);
});

test("the new credentials are tried when no earlier probe can be answered a second time any more", async () => {
	const story = await storyOf(
		[...Array(6).fill(once), lost, once, twice(5 * MINUTE)],
		{ times: 2, pause: MINUTE },
	);
	const resumed = story.findIndex((told) => told.includes(" silent: "));
	expect(story.slice(resumed + 1)).toEqual([
		"2353 < ECHO:OK: late",
		"3072 > #{credentials.keyword} #{credentials.installerCode} ECHO:",
		"4092 > PROG 7982 ECHO:",
		"4094 < ECHO:OK: answer",
		"4094 > PROG 7982 MOD?:",
		"4096 < an answer of 6 characters: answer",
		"4096 > PROG 7982 PWRD:,#{credentials.installerCode}",
		"4098 < PWRD:OK: answer, 5 acknowledged",
		"4098 done: every message is confirmed",
	]);
});

test.each([
	["right", 0],
	["an hour ahead of the service centre's", -HOUR],
	["an hour behind it", HOUR],
])(
	"where all answers come late, and our clock is %s, one to an earlier message is not taken for that of a message which is lost",
	async (_, ahead) => {
		const answered = (minutes: number): Delivery => ({
			copies: [SECOND],
			answers: [minutes * MINUTE],
		});
		const late: Delivery = { copies: [14 * MINUTE], answers: [15 * MINUTE] };
		const story = await storyOf(
			[once, once, answered(60), answered(13), answered(13), late, lost],
			{ times: 2, pause: MINUTE, ahead },
		);
		expect(story).toEqual([
			...BEGINNING.slice(0, -1),
			"1024 1 silent",
			"1024 silent: message 1, PROG 7982 USRS:1,#{users.1.pin}: no answer; --resume sends it again, and nothing that is confirmed",
			"1084 > PROG 7982 ECHO:",
			"1865 < ECHO:OK: answer",
			"1865 > PROG 7982 MOD?:",
			"2646 < an answer of 6 characters: answer",
			"2646 > PROG 7982 USRS:1,#{users.1.pin}",
			// To the first message 1, and at 4386 to the second, which left the panel at 3486.
			"3605 < USRS:OK: late, 1 acknowledged",
			"3666 > PROG 7982 USRS:2,#{users.2.pin},B",
			"4386 < USRS:OK: late",
			"4686 2 silent",
			"4686 silent: message 2, PROG 7982 USRS:2,#{users.2.pin},B: no answer; --resume sends it again, and nothing that is confirmed",
		]);
	},
);

test("where our clock is some minutes ahead, a probe that was lost does not take the answer to the next one", async () => {
	const story = await storyOf([lost, ...Array(9).fill(once)], {
		times: 2,
		pause: MINUTE,
		ahead: -3 * MINUTE,
	});
	expect(story).toEqual([
		"0 > PROG 7982 ECHO:",
		"1020 silent: no answer to the probe",
		"1080 > PROG 7982 ECHO:",
		"1082 < ECHO:OK: answer",
		"1082 > PROG 7982 MOD?:",
		"1084 < an answer of 6 characters: answer",
		"1084 > PROG 7982 USRS:1,#{users.1.pin}",
		"1086 < USRS:OK: answer, 1 acknowledged",
		"1086 > PROG 7982 USRS:2,#{users.2.pin},B",
		"1088 < USRS:OK: answer, 2 acknowledged",
		"1088 > PROG 7982 USRS:3,#{users.3.pin},C",
		"1090 < USRS:OK: answer, 3 acknowledged",
		"1090 > PROG 7982 TIMR:45",
		"1092 < TIMR:OK: answer, 4 acknowledged",
		"1092 > PROG 7982 PWRD:,#{credentials.installerCode}",
		"1094 < PWRD:OK: answer, 5 acknowledged",
		"1094 done: every message is confirmed",
	]);
});
