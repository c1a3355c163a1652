import * as z from "zod";
import { demandControl, type Panels } from "../held/panels.ts";
import { Problem } from "../problem.ts";
import { defineRoute, type Route } from "../route.ts";
import * as schemas from "../schemas.ts";
import { nowOf } from "./panel-summary.ts";
import { demandHarmless } from "./panel-trying.ts";
import { waitRoute } from "./panel-waiting.ts";
import { unless } from "./refusal.ts";

/** What can be done with a panel. */
export function panelDoing(panels: Panels): readonly Route[] {
	const open = (params: { readonly [name: string]: string }) => {
		const held = panels.get(params.panel ?? "");
		demandControl(held);
		return held;
	};
	return [
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/texts",
			summary: "Text the panel, and get what came of it.",
			once: true,
			body: z.strictObject({
				text: schemas.smsText,
				from: schemas.number.optional(),
			}),
			status: 200,
			answer: schemas.answered,
			run: async ({ params, body: { text, from } }) => {
				const { panel, time } = open(params);
				return await time.turn(async () => {
					const options = from === undefined ? {} : { from };
					const answered = await panel.text(text, options);
					return { ...answered, next: panel.activity.next };
				});
			},
		}),
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/steps",
			summary: 'Make something happen at the panel: "zone 3 open".',
			once: true,
			body: z.strictObject({
				step: z.string().max(200),
				live: z.boolean().optional().meta({
					description:
						"Whether it is meant, although the panel alarms people and receivers.",
				}),
			}),
			status: 200,
			answer: schemas.stepped,
			run: async ({ params, body: { step, live = false } }) => {
				const held = open(params);
				demandHarmless(held, step, live);
				const { panel, time } = held;
				return await time.turn(async () => {
					const stepped = await unless("step/impossible", () =>
						panel.step(step),
					);
					return { ...stepped, next: panel.activity.next };
				});
			},
		}),
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/clock",
			summary:
				"Let the panel's time pass at once, or choose how fast it passes by itself.",
			body: schemas.clockMove,
			status: 200,
			answer: schemas.passed,
			run: async ({ params, body }) => {
				const { panel, time, pace } = panels.get(params.panel ?? "");
				if (pace === null)
					throw new Problem(
						409,
						"time/real",
						"the time of this panel is real; nobody moves it",
					);
				return await time.turn(async () => {
					if ("speed" in body) pace.setSpeed(body.speed);
					const passed =
						"speed" in body
							? { changes: [], sent: [] }
							: await unless("time/impossible", () =>
									pace.advance("to" in body ? body.to : body.advance),
								);
					return { now: nowOf(panel), ...passed, next: panel.activity.next };
				});
			},
		}),
		waitRoute(panels),
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/settings",
			summary:
				"Change a setting of the panel in the house, as `alarmpanel config set` does.",
			body: z.strictObject({
				path: z.string().max(200),
				value: z.string().max(1000),
			}),
			status: 200,
			answer: schemas.setting,
			run: async ({ params, body: { path, value } }) => {
				const { set, panel } = open(params);
				if (set === null)
					throw new Problem(
						409,
						"setting/none",
						"a throw-away panel is programmed by texts, or by PUT of a snapshot",
					);
				const { faults } = await set(path, value);
				if (faults.length > 0)
					throw new Problem(
						422,
						"setting/wrong",
						"the panel cannot have this setting",
						faults.map(({ path: at, rule }) => ({ path: at, message: rule })),
					);
				return { path, next: panel.activity.next };
			},
		}),
	];
}
