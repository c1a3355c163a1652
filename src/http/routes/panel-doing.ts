import * as z from "zod";
import { durationOf } from "../../time/duration.ts";
import { MINUTE } from "../../time/units.ts";
import type { HeldPanel } from "../held/held-panel.ts";
import { demandControl, type Panels } from "../held/panels.ts";
import { waitFor } from "../held/wait.ts";
import { Problem } from "../problem.ts";
import { defineRoute, type Route } from "../route.ts";
import * as schemas from "../schemas.ts";
import { nowOf } from "./panel-summary.ts";
import { demandHarmless } from "./panel-trying.ts";
import { demandPath, unless } from "./refusal.ts";

/** Longest wait for something while time passes by itself, in the machine's time. */
const LONGEST_HOLD = 10 * MINUTE;

/** Requests that wait at once while time passes by itself. */
const MOST_WAITING = 200;

const condition = z.union([
	z.strictObject({
		text: z.strictObject({
			to: z.string().optional(),
			contains: z.string().optional(),
		}),
	}),
	z.strictObject({
		state: z.strictObject({ path: z.string(), value: z.unknown() }),
	}),
	z.strictObject({ event: z.string() }),
]);

/** What can be done with a panel. */
export function panelDoing(panels: Panels): readonly Route[] {
	let waiting = 0;
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
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/wait",
			summary:
				"Wait until a text leaves the panel, an event happens or a value stands in its memory. Virtual time passes at once until then.",
			body: z.strictObject({
				for: condition,
				within: schemas.duration.meta({
					description: "In the panel's own time: 30s, 1h 30m.",
				}),
				since: z.int().min(0).optional(),
			}),
			status: 200,
			answer: schemas.waited,
			run: async ({ params, body, signal }) => {
				const held = panels.get(params.panel ?? "");
				const { panel } = held;
				if ("state" in body.for) demandPath(held, body.for.state.path);
				const within = durationOf(body.within) ?? 0;
				demandPatience(held, within);
				if (waiting >= MOST_WAITING)
					throw new Problem(
						429,
						"request/too-many",
						`${MOST_WAITING} requests wait already`,
						[],
						{ "Retry-After": "1" },
					);
				waiting += 1;
				try {
					const waited = await waitFor(held, {
						condition: body.for,
						within,
						since: body.since ?? panel.activity.next,
						signal,
					});
					return { ...waited, now: nowOf(panel), next: panel.activity.next };
				} finally {
					waiting -= 1;
				}
			},
		}),
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

/** @throws Problem for a wait that would hold the connection too long */
function demandPatience({ time }: HeldPanel, within: number): void {
	const speed = time.kind === "real" ? 1 : time.kind;
	if (speed === "virtual") {
		if (within <= LONGEST_PASSED) return;
		throw new Problem(422, "time/impossible", "within: at most 366d");
	}
	if (within / speed > LONGEST_HOLD)
		throw new Problem(
			422,
			"time/impossible",
			"within: at most 10 minutes of real time; wait again",
		);
}

/** Longest virtual time that passes for one request. */
const LONGEST_PASSED = 366 * 24 * 60 * MINUTE;
