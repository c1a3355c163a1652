import fc from "fast-check";
import { expect, test } from "vitest";
import {
	after,
	next,
	nextTry,
	nobody,
} from "../../src/firmware/outbox/next.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { nextDeadline, transition } from "../../src/panel/transition.ts";
import { ANNA, panelWithPeople } from "../support/panel-with-people.ts";
import { destination } from "../support/panel-with-zones.ts";
import { NOON, PHONE } from "../support/texting.ts";

const DAY = 24 * 3_600_000;
/** At 0, 1, 3, 7 … 1023 minutes. */
const TRIES_OF_A_DAY = 11;

/** What comes of the sends, one after the other; those behind are all in doubt. */
const outcomes = fc.array(
	fc.oneof(
		{ weight: 5, arbitrary: fc.constant("in-doubt" as const) },
		{ weight: 2, arbitrary: fc.constant("later" as const) },
		{ weight: 1, arbitrary: fc.constant("sent" as const) },
	),
	{ maxLength: 40 },
);

/** A panel that has a report, two notices and some answers to send. */
function home(answers: readonly string[]): PanelState {
	const { reporting } = panelWithPeople;
	const by = { via: "sms", from: PHONE } as const;
	return [
		...answers.map((to, at) => ({
			...({ type: "queue-text", to, text: `ANSWER ${at}`, by } as const),
		})),
		{ type: "trouble", trouble: "sim", zone: 0, present: true, by } as const,
	].reduce<PanelState>((state, event) => transition(state, event, NOON).state, {
		...panelWithPeople,
		reporting: { ...reporting, destinations: [destination(1)] },
	});
}

const waiting = ({ runtime: { outbox, notices, outgoing } }: PanelState) =>
	outbox.length + notices.length + outgoing.length;

test("whatever a modem tells of its sends, nothing is lost, and in a day nothing goes more often than eleven times and once for each result that was told", () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom(PHONE, ANNA), { maxLength: 4 }),
			outcomes,
			(answers, come) => {
				let state = home(answers);
				let unreached = nobody;
				let now = NOON;
				let told = 0;
				let left = [...come];
				const count = waiting(state);
				const handed = new Map<string, number>();
				while (now < NOON + DAY) {
					const leaving = next(state, unreached, now);
					if (leaving === null) {
						const instants = [
							nextTry(state, unreached, now),
							nextDeadline(state),
						].filter((instant) => instant !== null && instant > now);
						if (instants.length === 0) break;
						now = Math.min(...instants.map(Number));
						const time = { type: "time", by: { via: "clock" } } as const;
						state = transition(state, time, now).state;
						continue;
					}
					const [sending = "in-doubt", ...others] = left;
					left = others;
					const { kind, id } = leaving;
					if (sending === "in-doubt")
						handed.set(`${kind} ${id}`, (handed.get(`${kind} ${id}`) ?? 0) + 1);
					if (sending === "sent") told += 1;
					const came = after(leaving, sending, unreached, now);
					unreached = came.unreached;
					if (came.event !== null)
						state = transition(state, came.event, now).state;
				}
				expect(waiting(state)).toBe(count - told);
				for (const tries of handed.values())
					expect(tries).toBeLessThanOrEqual(TRIES_OF_A_DAY + told);
			},
		),
	);
});
