/** Power cuts in conversations, and what has to be left: said without the panel's own tables. */
import { senderOf } from "../../src/conversation/replies.ts";
import { beginningOf } from "../../src/conversation/timeline.ts";
import { respond } from "../../src/firmware/respond.ts";
import { DEFAULT_NUMBER } from "../../src/network/default-numbers.ts";
import { clock, site } from "../../src/panel/state/event.ts";
import type { Runtime } from "../../src/panel/state/runtime.ts";
import type { Options, PanelState } from "../../src/panel/state/state.ts";
import { nextDeadline, transition } from "../../src/panel/transition.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { withReportsSent } from "../../src/simulation/report-delivery.ts";
import type { LoadedConversation } from "./corpus.ts";
import { nextStop, timedStepsOf } from "./killed-panel.ts";
import { expectSame } from "./same.ts";

export const profiles = ["climax", "resume", "restart-countdown"] as const;

/** Milliseconds without power. */
const absences = [0, 7_000, 3_600_000];

export interface Cut {
	readonly where: string;
	readonly before: PanelState;
	readonly cutAt: number;
	readonly back: PanelState;
	readonly now: number;
}

/** Holds that a power cut left what the restart profile says. */
export function checkCut(profile: Options["restart"], cut: Cut): void {
	const { where, before, back } = cut;
	checkKept(where, before, back);
	if (!isFull(before)) checkTold(cut);
	expectSame(where, kept(back.runtime), kept(before.runtime));
	// What is out of order and was never told of may be an alarm now.
	if (before.runtime.troubles.some(({ told }) => !told)) return;
	const remembered = ({ runtime: { alarms, memory } }: PanelState) => [
		alarms,
		memory,
	];
	expectSame(where, remembered(back), remembered(before));
	expectSame(where, volatile(back), wanted(profile, cut));
}

/** Nothing that is programmed, no report, no answer and no log entry is lost. */
function checkKept(where: string, before: PanelState, back: PanelState) {
	const { runtime, ...programmed } = before;
	const { runtime: left, ...programmedStill } = back;
	expectSame(where, programmedStill, programmed);
	const reports = left.outbox.slice(0, runtime.outbox.length);
	if (!isFull(before)) expectSame(where, reports, runtime.outbox);
	expectSame(where, left.outgoing, runtime.outgoing);
	const entries = newEntries(before, back);
	const log = [...runtime.log, ...entries].slice(-250);
	expectSame(where, left.log, log);
	const events = entries.slice(0, 2).map(({ event }) => event);
	expectSame(where, events, ["power-cut", "restarted"]);
}

/** Each group that is to have it is told of the restart; none while the panel is on test. */
function checkTold({ where, before, back, now }: Cut) {
	const isOnTest = before.runtime.deadlines.some(
		({ kind, due }) => kind === "on-test" && due > now,
	);
	const told = newReports(before, back).filter(
		({ event }) => event === "restart",
	);
	const listening = before.reporting.destinations
		.filter(({ level }) => level !== "alarm")
		.map(({ group }) => group);
	const optional = before.reporting.groups
		.filter(({ id, kind }) => id !== 1 && kind === "optional")
		.map(({ id }) => id);
	const served = [...new Set(listening)].sort();
	const owed = served.filter((id, at) => at === 0 || !optional.includes(id));
	const groups = told.map(({ group }) => group);
	expectSame(where, groups, isOnTest ? [] : owed);
}

function kept({
	mode,
	into,
	home,
	armedBy,
	entry,
	open,
	leftOut,
	trips,
	temporary,
	guard,
}: Runtime) {
	const { armFault: _, ...counters } = guard;
	const rest = { mode, into, home, armedBy, entry, open, leftOut, trips };
	return { ...rest, temporary, counters };
}

const countdowns = ["exit", "entry", "siren", "cross-zone", "settle"] as const;

/** What a power cut may change. */
function volatile({ runtime }: PanelState) {
	const { siren, crossing, guard, cutAt, deadlines } = runtime;
	const due = countdowns.map(
		(kind) => deadlines.find((one) => one.kind === kind)?.due ?? null,
	);
	return { siren, crossing, armFault: guard.armFault, cutAt, due };
}

/** The oracle: what the profile leaves of it. */
function wanted(
	profile: Options["restart"],
	{ before, cutAt, now }: Cut,
): ReturnType<typeof volatile> {
	const { timers, runtime, zones } = before;
	const was = volatile(before);
	const [exit, entry, siren, cross] = was.due;
	const gone = { armFault: null, cutAt: null };
	if (profile === "resume") {
		const later = (due: number | null | undefined) =>
			due == null ? null : due + (now - cutAt);
		return {
			...gone,
			siren: was.siren,
			crossing: was.crossing,
			due: [
				later(exit),
				later(entry),
				later(siren),
				later(cross),
				now + 60_000,
			],
		};
	}
	const isHome = runtime.mode === "home";
	const zone = zones.find(({ id }) => id === runtime.entry?.zone);
	const second = zone?.entryDelay === 2;
	const entryTime = isHome
		? second
			? timers.entryHome2
			: timers.entryHome1
		: second
			? timers.entry2
			: timers.entry1;
	const exitTime = runtime.into === "home" ? timers.exitHome : timers.exitAway;
	const sounds = profile === "restart-countdown" && was.siren;
	const anew = (due: number | null | undefined, seconds: number) =>
		due == null ? null : now + seconds * 1000;
	return {
		...gone,
		siren: sounds,
		crossing: null,
		due: [
			anew(exit, exitTime),
			anew(entry, entryTime),
			sounds ? now + timers.siren * 60_000 : null,
			null,
			null,
		],
	};
}

/** The power goes at every event and deadline of a conversation, and half way to the next. */
export function* cutsOf(
	held: LoadedConversation,
	restart: Options["restart"],
): Generator<Cut> {
	const { id } = held.located.conversation;
	let count = 0;
	for (const { step, state, at } of momentsOf(held, restart)) {
		if (state.runtime.cutAt !== null) continue;
		const next = nextDeadline(state);
		const halfWay = next === null ? at : Math.floor((at + next) / 2);
		for (const cutAt of new Set([at, halfWay])) {
			const away = absences[count % absences.length] ?? 0;
			count += 1;
			const now = cutAt + away;
			const before = transition(state, time, cutAt).state;
			const dark = transition(before, power(false), cutAt).state;
			const back = transition(dark, power(true), now).state;
			const where = `${id}, step ${step + 1}, off for ${away} ms`;
			yield { where, before, cutAt, back, now };
		}
	}
}

/** Every state on the way, with its reports still in the outbox and with them sent. */
function* momentsOf(held: LoadedConversation, restart: Options["restart"]) {
	const { model, state: initial } = held.beginning;
	const identity = { model, number: DEFAULT_NUMBER };
	let before = beginningOf(held.located.conversation.steps);
	let state = transition(
		{ ...initial, options: { ...initial.options, restart } },
		time,
		before,
	).state;
	for (const happening of timedStepsOf(held))
		for (;;) {
			const moment = nextStop(state, before, happening);
			const { doing, now, step } = moment;
			if (doing.type === "sms") {
				const mail = { from: senderOf(doing), text: doing.text };
				state = respond(identity, state, mail, now).state;
			} else if (doing.type === "event") {
				const read = readTypedEvent(doing.text);
				if (!read.ok) throw new Error(read.fault.message);
				state = transition(state, read.event, now).state;
			} else state = transition(state, time, now).state;
			yield { step, state, at: now };
			if (state.runtime.outbox.length > 0) {
				state = withReportsSent(state, now, []);
				yield { step, state, at: now };
			}
			before = now;
			if (moment === happening) break;
		}
}

const time = { type: "time", by: clock } as const;
const power = (on: boolean) => ({ type: "power", on, by: site }) as const;

/** A memory that is full of reports has its own rule about what makes room. */
function isFull({ runtime }: PanelState): boolean {
	return runtime.outbox.length > 240;
}

function newEntries(before: PanelState, after: PanelState) {
	const last = before.runtime.log.at(-1)?.sequence ?? 0;
	return after.runtime.log.filter(({ sequence }) => sequence > last);
}

function newReports(before: PanelState, after: PanelState) {
	return after.runtime.outbox.filter(({ id }) => id > before.runtime.reports);
}
