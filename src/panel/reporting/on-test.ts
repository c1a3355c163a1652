import { DAY, MINUTE } from "../../time/units.ts";
import { alarmKinds } from "../state/alarm-kinds.ts";
import type { ReportEvent } from "../state/contact-id.ts";
import { withDeadline, withoutDeadlines } from "../state/deadlines.ts";
import type { Cause, EventOf } from "../state/event.ts";
import { logged } from "../state/log.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { Alarm, Report } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";
import { troubleRow } from "../state/troubles.ts";
import {
	mqttTestsAgain,
	TESTS_A_DAY,
	testCounted,
	wasTested,
} from "./test-tries.ts";

/** Longest test, in milliseconds. Nobody is to forget it. */
export const LONGEST_TEST = DAY;

/** When the test ends that runs; null where none does. */
export function onTestUntil({ runtime }: PanelState): number | null {
	return runtime.deadlines.find(({ kind }) => kind === "on-test")?.due ?? null;
}

/**
 * The panel is on test for a while, or is no more: it does what it does, and tells
 * no receiver and no person of alarms and troubles. Reports that wait already still
 * go.
 *
 * @param reported tells what was held back and lasts
 */
export function onTest(
	state: PanelState,
	{ minutes, by }: EventOf["on-test"],
	now: number,
	reported: ReportMaker,
): Outcome {
	if (minutes === 0)
		return done(
			onTestUntil(state) === null ? state : testOver(state, by, now, reported),
		);
	// An alarm must not vanish in a test. What is silent shows nowhere, here too.
	if (state.runtime.alarms.some(({ kind }) => kind !== "silent-panic"))
		return refused(
			state,
			"test/alarm",
			"an alarm is on; the panel is put on test when it is disarmed",
			null,
			"disarm first",
		);
	const isNew = onTestUntil(state) === null;
	const known = isNew ? withAlarmsTold(state) : state;
	const told = logged(known, now, by, "on-test");
	const length = Math.min(minutes * MINUTE, LONGEST_TEST);
	const deadlines = withDeadline(
		withoutDeadlines(told.runtime.deadlines, "on-test"),
		"on-test",
		now + length,
	);
	return done({ ...told, runtime: { ...told.runtime, deadlines } });
}

/** How something is reported. */
export type ReportMaker = (
	state: PanelState,
	matter: Pick<Report, "at" | "event" | "qualifier" | "subject">,
) => PanelState;

/**
 * Whether something is not told because the panel is on test. The end of what was
 * told before is.
 */
export function isHeldBackOnTest(
	state: PanelState,
	{
		event,
		qualifier,
		subject,
	}: Pick<Report, "event" | "qualifier" | "subject">,
): boolean {
	return (
		onTestUntil(state) !== null &&
		!(qualifier === "restore" && isKnown(state, event, subject))
	);
}

/** The test ends: what began in it and lasts is told now. */
export function testOver(
	state: PanelState,
	by: Cause,
	at: number,
	reported: ReportMaker,
): PanelState {
	const { runtime } = state;
	const ended = logged(
		{
			...state,
			runtime: {
				...runtime,
				deadlines: withoutDeadlines(runtime.deadlines, "on-test"),
			},
		},
		at,
		by,
		"test-over",
	);
	const lasting: readonly { event: ReportEvent; subject: number }[] = [
		...runtime.alarms
			.filter(({ restored, told }) => !restored && told !== true)
			.map(({ kind, zone }) => ({
				event: alarmKinds[kind].event,
				subject: zone,
			})),
		...runtime.troubles
			.filter(({ present, told }) => present && told)
			.map(({ name, zone }) => ({
				event: troubleRow(name).event,
				subject: zone,
			})),
	];
	return lasting
		.filter(({ event, subject }) => !isKnown(state, event, subject))
		.filter(
			// A kind of alarm may be a trouble as well.
			(one, place, all) =>
				all.findIndex(
					({ event, subject }) =>
						event === one.event && subject === one.subject,
				) === place,
		)
		.reduce(
			(present, matter) =>
				reported(present, { ...matter, at, qualifier: "event" }),
			ended,
		);
}

/** A destination is to get a test report, beside the outbox: it counts as one that was made. */
export function testReported(
	state: PanelState,
	{ destination, by }: EventOf["test-report"],
	now: number,
): Outcome {
	if (!state.reporting.destinations.some(({ id }) => id === destination))
		return refused(
			state,
			"destination/unknown",
			`destination: there is no destination ${destination}`,
			"destination",
		);
	const matter = { event: "test", qualifier: "event", subject: 0 } as const;
	const way = { way: "destination", id: destination } as const;
	if (by.via === "mqtt" && mqttTestsAgain(state, now) !== null)
		return refused(
			state,
			"test/too-many",
			"too many test reports in a day",
			null,
			`over MQTT there are ${TESTS_A_DAY} a day; report test sends one`,
		);
	if (wasTested(state, way, now))
		return refused(
			state,
			"test/again",
			`destination ${destination} was tested less than a minute ago`,
			"destination",
			"wait a minute",
		);
	const counted = testCounted(state, way, by, now);
	const told = logged(counted, now, by, "tested", matter, destination);
	const reports = told.runtime.reports + 1;
	return done({ ...told, runtime: { ...told.runtime, reports } });
}

/** Whether it is known outside that something has begun. */
function isKnown(
	{ runtime }: PanelState,
	event: ReportEvent,
	subject: number,
): boolean {
	return (
		runtime.beginnings.some(
			(one) => one.event === event && one.subject === subject && one.begun,
		) ||
		runtime.memory.some(
			({ kind, zone, told }) =>
				told === true && alarmKinds[kind].event === event && zone === subject,
		)
	);
}

/**
 * Marks the alarms that are there when a test begins: a silent one, which lets it
 * begin, and those whose zones have not come to rest. Nothing else knows later that
 * they were told: calls for help are not counted, and disarming ends the counts.
 */
function withAlarmsTold(state: PanelState): PanelState {
	const { runtime } = state;
	const mark = (alarm: Alarm): Alarm =>
		alarm.restored ? alarm : { ...alarm, told: true };
	return {
		...state,
		runtime: {
			...runtime,
			alarms: runtime.alarms.map(mark),
			memory: runtime.memory.map(mark),
		},
	};
}
