import * as z from "zod";
import { demandControl, type Panels } from "../held/panels.ts";
import { Problem } from "../problem.ts";
import { defineRoute, type Route } from "../route.ts";

const milliseconds = z.number().min(0).nullable();

/** Tests of who is told, one a minute of each. */
export function panelTests(panels: Panels): readonly Route[] {
	return [
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/tests",
			summary:
				"Text a person that texts arrive, and wait up to five minutes for the delivery report. One a minute.",
			body: z.strictObject({
				person: z.int().min(1).meta({ description: "Number of the person." }),
			}),
			status: 200,
			answer: z
				.strictObject({
					sms: z.int().min(0).meta({ description: "SMS that it took." }),
					sentAfter: milliseconds.meta({
						description:
							"Milliseconds until the network took it; null where it did not.",
					}),
					deliveredAfter: milliseconds.meta({
						description:
							"Milliseconds until the delivery report; null where none came.",
					}),
					reason: z.string().nullable().meta({
						description:
							"Why it was not sent or not delivered; null where it was.",
					}),
				})
				.meta({ id: "PhoneTested", description: "What came of a test." }),
			run: async ({ params, body: { person } }) => {
				const held = panels.get(params.panel ?? "");
				demandControl(held);
				if (held.test === null)
					throw new Problem(
						409,
						"test/none",
						"only the panel in the house texts people",
					);
				const { refusal, ...tested } = await held.test(person);
				if (refusal === null) return tested;
				const { message, hint } = refusal;
				throw new Problem(
					422,
					"test/refused",
					hint === null ? message : `${message}; ${hint}`,
				);
			},
		}),
	];
}
