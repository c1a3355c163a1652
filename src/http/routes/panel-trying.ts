import * as z from "zod";
import { TEST_AGAIN as AGAIN } from "../../panel/reporting/on-test.ts";
import type { HeldPanel } from "../held/held-panel.ts";
import { demandControl, type Panels } from "../held/panels.ts";
import { Problem } from "../problem.ts";
import { defineRoute, type Route } from "../route.ts";
import * as schemas from "../schemas.ts";

/** Ways out of the panel in the house, tried one by one. */
export function panelTrying(panels: Panels): readonly Route[] {
	return [
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/tests",
			summary:
				"Send a test report, 602, through one destination of the panel in the house, or a test text to one person, and get what came of it; each once a minute. A text waits for its delivery report, five minutes at most.",
			once: true,
			body: z.union([
				z.strictObject({
					report: z.int().min(1).max(8).meta({
						description: "Number of the destination.",
					}),
				}),
				z.strictObject({
					person: z.int().min(1).meta({
						description: "Id of the person.",
					}),
				}),
			]),
			status: 200,
			answer: z.union([testedDestination, testedPhone]),
			run: async ({ params, body }) => {
				const held = panels.get(params.panel ?? "");
				demandControl(held);
				const { tests, panel } = held;
				if (tests === null)
					throw new Problem(
						409,
						"test/none",
						"a throw-away panel reports to nobody; the panel in the house is tested",
					);
				const { refusal, ...tested } =
					"report" in body
						? await tests.report(body.report)
						: await tests.person(body.person);
				if (refusal !== null) throw refusedTest(refusal.message, refusal.hint);
				return { ...tested, next: panel.activity.next };
			},
		}),
	];
}

const testedDestination = z
	.strictObject({
		destination: z.int(),
		reached: z.boolean(),
		said: z.string().meta({
			description: "ACK in 12 ms, or why it was not taken.",
		}),
		next: schemas.next,
	})
	.meta({
		id: "TestedDestination",
		description: "What came of a test report.",
	});

const testedPhone = z
	.strictObject({
		sms: z.int(),
		sentAfter: z.number().nullable(),
		deliveredAfter: z.number().nullable(),
		reason: z.string().nullable().meta({
			description: "Why it was not sent or not delivered; null where it was.",
		}),
		next: schemas.next,
	})
	.meta({
		id: "TestedPhone",
		description:
			"What came of a test text: SMS that the network took, and milliseconds until it had them and until they were delivered.",
	});

function refusedTest(message: string, hint: string | null): Problem {
	return hint === AGAIN
		? new Problem(429, "test/again", message, [], { "Retry-After": "60" })
		: new Problem(422, "body/wrong", message);
}

/**
 * A step at a panel that can call somebody is made by mistake only once.
 *
 * @throws Problem for a step at a panel with a live modem or receiver that is not on
 *   test, unless the request says that it is meant
 */
export function demandHarmless(
	held: HeldPanel,
	step: string,
	isMeant: boolean,
): void {
	if (isMeant || !held.isLive() || held.panel.status().onTest !== null) return;
	if (/^\s*test\s/i.test(step)) return;
	throw new Problem(
		409,
		"panel/live",
		'this panel alarms people and receivers; make the step "test on 30m" first, or say "live": true',
	);
}
