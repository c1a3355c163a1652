import { describe, expect, test } from "vitest";
import {
	after,
	messages,
	next,
	nextTry,
	nobody,
	type Unreached,
} from "../../../src/firmware/outbox/next.ts";
import { clock } from "../../../src/panel/state/event.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import { ANNA, BOB, panelWithPeople } from "../../support/panel-with-people.ts";
import { NOON } from "../../support/texting.ts";

const PHONE = "+15550101";
const CENTRE = "+15550177";

describe("what leaves the panel next", () => {
	test("is nothing where nothing waits", () => {
		expect(next(panelWithPeople, nobody, NOON)).toBeNull();
	});

	test("is a report, then the notices, then the answers", () => {
		expect(order(busy())).toEqual([
			`report to ${CENTRE}: SIM missing`,
			`notice to ${ANNA}: Trouble: SIM.`,
			`notice to ${BOB}: Trouble: SIM.`,
			`answer to ${PHONE}: ECHO:OK`,
			`answer to ${BOB}: USRS:OK`,
		]);
	});

	test("is a silent report last, so that it delays no answer", () => {
		const by = { via: "sms", from: ANNA, user: 1 } as const;
		const forced = transition(busy(), { type: "duress", by }, NOON).state;
		expect(order(forced)).toEqual([
			...order(busy()),
			`report to ${CENTRE}: duress: user 98`,
		]);
	});

	test.each([
		["in this round", { failed: [1] }],
		["in a round before", { rounds: 1 }],
	])("is a report last that has failed %s", (_, tried) => {
		const state = busy();
		const outbox = state.runtime.outbox.map((report) => ({
			...report,
			...tried,
		}));
		const failing = { ...state, runtime: { ...state.runtime, outbox } };
		const [report, ...others] = order(state);
		expect(order(failing)).toEqual([...others, report]);
	});

	test("is what may have arrived last, after its pause, and it holds up nothing", () => {
		const state = busy();
		const [first, second] = order(state).slice(1);
		const doubt = { tries: 1, due: NOON + 1 };
		const notices = state.runtime.notices.map((notice) =>
			notice.person === 1 ? { ...notice, doubt } : notice,
		);
		const doubtful = { ...state, runtime: { ...state.runtime, notices } };
		const others = [order(state)[0], second, ...order(state).slice(3)];
		expect(next(doubtful, nobody, NOON)).toEqual(next(state, nobody, NOON));
		expect(nextTry(doubtful, nobody, NOON)).toBe(NOON + 1);
		expect(order(doubtful, nobody, NOON + 1)).toEqual([...others, first]);
		const alone = {
			...doubtful,
			runtime: { ...doubtful.runtime, outbox: [], outgoing: [], notices },
		};
		const [, bobs] = notices;
		const annas = notices.filter((notice) => notice !== bobs);
		const hers = { ...alone, runtime: { ...alone.runtime, notices: annas } };
		expect(next(hers, nobody, NOON)).toBeNull();
		expect(next(hers, nobody, NOON + 1)).toMatchObject({ doubt });
	});

	test.each([
		["4 minutes and 59 seconds", 299_999, ""],
		["5 minutes", 300_000, "12:00: "],
		["half a day", 43_200_000, "20/11 12:00: "],
	])("is dated after %s, where people alone read it", (_, age, when) => {
		const by = { via: "sms", from: BOB } as const;
		const words = { type: "queue-text", to: BOB, inWords: true, by } as const;
		const text = "The house is disarmed.";
		const state = transition(busy(), { ...words, text }, NOON).state;
		const expected = [
			`report to ${CENTRE}: SIM missing`,
			`notice to ${ANNA}: ${when}Trouble: SIM.`,
			`notice to ${BOB}: ${when}Trouble: SIM.`,
			`answer to ${PHONE}: ECHO:OK`,
			`answer to ${BOB}: USRS:OK`,
			`answer to ${BOB}: ${when}${text}`,
		];
		expect(order(state, nobody, NOON + age)).toEqual(expected);
	});

	test("is nothing without power", () => {
		const state = busy();
		const runtime = { ...state.runtime, cutAt: NOON };
		expect(next({ ...state, runtime }, nobody, NOON)).toBeNull();
	});

	test("passes over who cannot be reached until the instant has come", () => {
		const state = busy();
		const unreached = new Map([[BOB, NOON + 1]]);
		expect(order(state, unreached)).toEqual([
			`report to ${CENTRE}: SIM missing`,
			`notice to ${ANNA}: Trouble: SIM.`,
			`answer to ${PHONE}: ECHO:OK`,
		]);
		expect(order(state, unreached, NOON + 1)).toHaveLength(5);
	});

	test("is a report that no text carries, until it has failed 99 rounds", () => {
		const state = busy("ip://1234@192.0.2.1:2280/CID");
		expect(next(state, nobody, NOON)).toEqual({
			kind: "report",
			id: 1,
			destination: 1,
			sms: null,
		});
		const tried = withRounds(state, 99);
		expect(next(tried, nobody, NOON)).toMatchObject({ kind: "notice" });
		expect(order(withRounds(busy(), 99)).at(-1)).toBe(
			`report to ${CENTRE}: SIM missing`,
		);
	});
});

describe("what sending makes of it", () => {
	const report = {
		kind: "report",
		id: 7,
		destination: 2,
		sms: { to: CENTRE, text: "SIM missing" },
	} as const;
	const sms = { to: BOB, text: "USRS:OK" };
	const notice = { kind: "notice", id: 3, sms } as const;
	const answer = { kind: "answer", id: 4, sms } as const;
	const before: Unreached = new Map([
		[ANNA, NOON + 5],
		[BOB, NOON],
	]);
	const reached: Unreached = new Map([[ANNA, NOON + 5]]);
	const missed: Unreached = new Map([
		[ANNA, NOON + 5],
		[BOB, NOON + 60_000],
	]);
	const failedReport = { type: "report-failed", report: 7, destination: 2 };

	test.each([
		[
			report,
			"sent",
			{ ...failedReport, type: "report-sent", bySms: true },
			before,
		],
		[report, "in-doubt", { ...failedReport, type: "report-in-doubt" }, before],
		[report, "failed", failedReport, before],
		[report, "later", failedReport, before],
		[report, "withheld", null, before],
		[notice, "sent", { type: "notice-sent", notice: 3 }, reached],
		[notice, "failed", { type: "notice-failed", notice: 3 }, reached],
		[notice, "later", null, missed],
		[notice, "in-doubt", { type: "notice-in-doubt", notice: 3 }, reached],
		[notice, "withheld", null, before],
		[answer, "sent", { type: "text-sent", id: 4 }, reached],
		[answer, "failed", { type: "text-failed", id: 4 }, reached],
		[answer, "later", null, missed],
		[answer, "in-doubt", { type: "text-in-doubt", id: 4 }, reached],
		[answer, "withheld", null, before],
	] as const)("%o is %s", (leaving, sending, event, unreached) => {
		expect(after(leaving, sending, before, NOON)).toEqual({
			event: event === null ? null : { ...event, by: clock },
			unreached,
		});
	});
});

test("the next try is the first that is still to come", () => {
	const unreached = new Map([
		[ANNA, NOON + 9],
		[BOB, NOON],
		[PHONE, NOON + 4],
	]);
	expect(nextTry(panelWithPeople, unreached, NOON)).toBe(NOON + 4);
	expect(nextTry(panelWithPeople, new Map([[BOB, NOON]]), NOON)).toBeNull();
});

test("messages are what people are told and what is texted back", () => {
	const waiting = [...messages(busy())].map(({ kind, sms: { to } }) => [
		kind,
		to,
	]);
	expect(waiting).toEqual([
		["notice", ANNA],
		["notice", BOB],
		["answer", PHONE],
		["answer", BOB],
	]);
});

/** A panel with something of each kind to send. */
function busy(url = `sms://${CENTRE}`): PanelState {
	const destination = { id: 1, url, group: 1, level: "all", carrier: "" };
	const reporting = {
		...panelWithPeople.reporting,
		destinations: [{ ...destination, level: "all" as const }],
	};
	const by = { via: "sms", from: PHONE } as const;
	return [
		{ type: "queue-text", to: PHONE, text: "ECHO:OK", by } as const,
		{ type: "queue-text", to: BOB, text: "USRS:OK", by } as const,
		{ type: "trouble", trouble: "sim", zone: 0, present: true, by } as const,
	].reduce<PanelState>((state, event) => transition(state, event, NOON).state, {
		...panelWithPeople,
		reporting,
	});
}

function withRounds(state: PanelState, rounds: number): PanelState {
	const outbox = state.runtime.outbox.map((report) => ({ ...report, rounds }));
	return { ...state, runtime: { ...state.runtime, outbox } };
}

/** All that leaves when every text gets through. */
function order(
	state: PanelState,
	unreached: Unreached = nobody,
	now = NOON,
): readonly string[] {
	const left: string[] = [];
	for (let present = state; ; ) {
		const leaving = next(present, unreached, now);
		if (leaving === null) return left;
		left.push(`${leaving.kind} to ${leaving.sms?.to}: ${leaving.sms?.text}`);
		const { event } = after(leaving, "sent", unreached, now);
		if (event === null) throw new Error("nothing came of it");
		present = transition(present, event, now).state;
	}
}
