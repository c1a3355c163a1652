import * as z from "zod";
import { durationOf } from "../../time/duration.ts";
import { MINUTE } from "../../time/units.ts";
import type { HeldPanel } from "../held/held-panel.ts";
import type { Panels } from "../held/panels.ts";
import { waitFor } from "../held/wait.ts";
import { Problem } from "../problem.ts";
import { defineRoute, type Route } from "../route.ts";
import * as schemas from "../schemas.ts";
import { nowOf } from "./panel-summary.ts";
import { demandPath } from "./refusal.ts";

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

/** Waiting for something to happen at a panel. */
export function waitRoute(panels: Panels): Route {
	let waiting = 0;
	return defineRoute({
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
	});
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
