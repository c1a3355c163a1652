import { queueText } from "../reporting/outgoing-texts.ts";
import { testCounted, wasTested } from "../reporting/test-tries.ts";
import type { EventOf } from "../state/event.ts";
import { logged } from "../state/log.ts";
import { find } from "../state/numbered.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { PanelState } from "../state/state.ts";

/**
 * Queues a text that tests a person's phone: the first number, which notices go to.
 * Each costs a text, so it is done once a minute.
 */
export function testPhone(
	state: PanelState,
	{ person, text, by }: EventOf["test-phone"],
	now: number,
): Outcome {
	const to = find(state.remote.people, person)?.numbers[0];
	if (to === undefined)
		return refused(state, "person/unknown", "there is no such person", null);
	const way = { way: "person", id: person } as const;
	if (wasTested(state, way, now))
		return refused(
			state,
			"person/tested",
			"this phone was tested within the last minute",
			null,
			"wait a minute",
		);
	const queued = testCounted(queueText(state, to, text), way, by, now);
	return done(logged(queued, now, by, "phone-test", person));
}
