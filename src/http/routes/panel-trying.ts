import * as z from "zod";
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
				"Send a test report, 602, through one destination of the panel in the house, and get what came of it; each destination once a minute.",
			once: true,
			body: z.strictObject({
				report: z.int().min(1).max(8).meta({
					description: "Number of the destination.",
				}),
			}),
			status: 200,
			answer: z
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
				}),
			run: async ({ params, body: { report } }) => {
				const held = panels.get(params.panel ?? "");
				demandControl(held);
				const { testReport, panel } = held;
				if (testReport === null)
					throw new Problem(
						409,
						"test/none",
						"a throw-away panel reports to nobody; the panel in the house is tested",
					);
				const { refusal, ...tested } = await testReport(report);
				if (refusal !== null)
					throw new Problem(
						refusal.code === "test/again" ? 429 : 422,
						refusal.code === "test/again" ? "test/again" : "body/wrong",
						refusal.message,
						[],
						refusal.code === "test/again" ? { "Retry-After": "60" } : {},
					);
				return { ...tested, next: panel.activity.next };
			},
		}),
	];
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
