import * as z from "zod";
import type { DiagnosticCode } from "../../parameters/diagnostic-codes.ts";
import {
	phoneTestedSchema,
	testedDestinationSchema,
} from "../../views/json/tested-schemas.ts";
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
				"Send a test report, 602, through one destination of the panel in the house, or text one of its people, and get what came of it; a text's delivery report is waited for five minutes. Each destination and each person once a minute.",
			once: true,
			body: z.union([
				z.strictObject({
					report: z.int().min(1).max(8).meta({
						description: "Number of the destination.",
					}),
				}),
				z.strictObject({
					person: z.int().min(1).meta({ description: "Number of the person." }),
				}),
			]),
			status: 200,
			answer: z.union([testedDestination, testedPhone]),
			run: async ({ params, body }) => {
				const held = panels.get(params.panel ?? "");
				demandControl(held);
				const tested =
					"report" in body
						? await held.testReport?.(body.report)
						: await held.testPhone?.(body.person);
				if (tested === undefined)
					throw new Problem(
						409,
						"test/none",
						"a throw-away panel reports to nobody; the panel in the house is tested",
					);
				const { refusal, ...told } = tested;
				if (refusal !== null) throw refused(refusal.code, refusal.message);
				return { ...told, next: held.panel.activity.next };
			},
		}),
	];
}

function refused(code: DiagnosticCode, message: string): Problem {
	return code === "test/again" || code === "person/tested"
		? new Problem(429, "test/again", message, [], { "Retry-After": "60" })
		: new Problem(422, "body/wrong", message);
}

// What is refused is answered as a problem.
const testedDestination = testedDestinationSchema
	.omit({ refusal: true })
	.extend({ next: schemas.next })
	.meta({
		id: "TestedDestination",
		description: "What came of a test report.",
	});

const testedPhone = phoneTestedSchema
	.omit({ refusal: true })
	.extend({ next: schemas.next })
	.meta({ id: "PhoneTested", description: "What came of a text to a person." });

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
