import type { PanelEvent } from "../state/event.ts";
import { logged } from "../state/log.ts";
import { find } from "../state/numbered.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { PanelState } from "../state/state.ts";
import { queueText } from "./mail.ts";

/** Milliseconds between two tests of one person's phone: each costs a text. */
const BETWEEN_TESTS = 60_000;

/** Queues a text that tests a person's phone: the first number, which notices go to. */
export function testPhone(
	state: PanelState,
	{ person, text, by }: PanelEvent & { readonly type: "test-phone" },
	now: number,
): Outcome {
	const to = find(state.remote.people, person)?.numbers[0];
	if (to === undefined)
		return refused(state, "person/unknown", "there is no such person", null);
	const about = `people.${person}`;
	const before = state.runtime.log.findLast(
		(entry) => entry.event === "phone-test" && entry.about === about,
	);
	if (before !== undefined && now < before.at + BETWEEN_TESTS)
		return refused(
			state,
			"person/tested",
			"this phone was tested within the last minute",
			null,
			"wait a minute",
		);
	const queued = queueText(state, to, text);
	return done(logged(queued, now, by, "phone-test", person));
}
