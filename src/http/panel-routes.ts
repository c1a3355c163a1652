import * as z from "zod";
import { isAsClaimed, pathFault, valueAt } from "../conversation/claim.ts";
import type { PanelOptions } from "../device/create-panel.ts";
import { modelNames } from "../models/models.ts";
import type { PanelState } from "../panel/state/state.ts";
import { durationOf } from "../time/duration.ts";
import { instantText } from "../time/instant.ts";
import { activityJson } from "../views/activity-json.ts";
import { Problem } from "./problem.ts";
import { defineRoute, type Route } from "./route.ts";
import * as schemas from "./schemas.ts";
import type { ThrowawayPanel, ThrowawayPanels } from "./throwaway-panels.ts";
import { waitFor } from "./wait.ts";

const newPanel = z.strictObject({
	model: z.enum(modelNames).optional(),
	snapshot: schemas.snapshot.optional(),
	number: schemas.number.optional(),
	now: schemas.instant.optional(),
	channel: z.array(z.string().max(100)).max(20).optional().meta({
		description: 'Rules of the network: "loss 10%", "delay 30s".',
	}),
	seed: z.int().min(0).optional(),
	time: z.literal("virtual").default("virtual"),
});

const since = z.strictObject({
	since: z.coerce.number().int().min(0).default(0).meta({
		description: "The first activity that is told; 0 for all that are kept.",
	}),
});

/** What can be done with throw-away panels. */
export function panelRoutes(panels: ThrowawayPanels): readonly Route[] {
	const of = (params: { readonly [name: string]: string }) =>
		panels.get(params.panel ?? "");
	return [
		defineRoute({
			method: "get",
			path: "/v1/panels",
			summary: "List the panels.",
			status: 200,
			answer: z.strictObject({ panels: z.array(schemas.panelSummary) }),
			run: () => ({ panels: panels.list().map(summary) }),
		}),
		defineRoute({
			method: "post",
			path: "/v1/panels",
			summary:
				"Make a throw-away panel with a time of its own; it is forgotten an hour after its last request.",
			body: newPanel,
			status: 201,
			answer: schemas.panelSummary,
			run: async ({ body: { time: _, ...wanted } }) =>
				summary(await made(() => panels.make(optionsOf(wanted)))),
		}),
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}",
			summary: "Say which panel it is and what time it has.",
			status: 200,
			answer: schemas.panelSummary,
			run: ({ params }) => summary(of(params)),
		}),
		defineRoute({
			method: "delete",
			path: "/v1/panels/{panel}",
			summary: "Throw a panel away.",
			status: 204,
			answer: null,
			run: ({ params }) => panels.delete(params.panel ?? ""),
		}),
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/texts",
			summary: "Text the panel, and get what came of it.",
			body: z.strictObject({
				text: schemas.smsText,
				from: schemas.number.optional(),
			}),
			status: 200,
			answer: schemas.answered,
			run: async ({ params, body: { text, from } }) => {
				const { panel } = of(params);
				const answered = await panel.text(
					text,
					from === undefined ? {} : { from },
				);
				return { ...answered, next: panel.activity.next };
			},
		}),
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/steps",
			summary: 'Make something happen at the panel: "zone 3 open".',
			body: z.strictObject({ step: z.string().max(200) }),
			status: 200,
			answer: schemas.stepped,
			run: async ({ params, body: { step } }) => {
				const { panel } = of(params);
				const stepped = await unless("step/impossible", () => panel.step(step));
				return { ...stepped, next: panel.activity.next };
			},
		}),
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/clock",
			summary: "Let the panel's time pass.",
			body: z.union([
				z.strictObject({ advance: schemas.duration }),
				z.strictObject({ to: schemas.instant }),
			]),
			status: 200,
			answer: schemas.passed,
			run: async ({ params, body }) => {
				const { panel } = of(params);
				const until = "to" in body ? body.to : body.advance;
				const passed = await unless("time/impossible", () =>
					panel.advance(until),
				);
				return { now: nowOf(panel), ...passed, next: panel.activity.next };
			},
		}),
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}/status",
			summary: "Say what the panel is and does now.",
			status: 200,
			answer: schemas.status,
			run: ({ params }) => {
				const { panel } = of(params);
				return {
					...panel.status(),
					now: nowOf(panel),
					next: panel.activity.next,
				};
			},
		}),
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}/log",
			summary: "Read the panel's event log, oldest first.",
			status: 200,
			answer: schemas.logEntries,
			run: ({ params }) => {
				const { panel } = of(params);
				const entries = panel.snapshot().runtime.log.map((entry) => ({
					...entry,
					at: instantText(entry.at),
				}));
				return { entries, next: panel.activity.next };
			},
		}),
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}/digest",
			summary:
				"Get the digest of all that was done, as a replay of the same steps prints it.",
			query: z.strictObject({ id: z.string().max(200).default("") }),
			status: 200,
			answer: schemas.digest,
			run: ({ params, query: { id } }) => {
				const { panel } = of(params);
				return { digest: panel.digest(id), next: panel.activity.next };
			},
		}),
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}/snapshot",
			summary: "Get all that the panel remembers, PINs and codes as they are.",
			status: 200,
			answer: schemas.snapshot,
			run: ({ params }) => of(params).panel.snapshot(),
		}),
		defineRoute({
			method: "put",
			path: "/v1/panels/{panel}/snapshot",
			summary:
				"Put a panel that remembers this in its place; its activity starts anew.",
			body: schemas.snapshot,
			status: 200,
			answer: schemas.panelSummary,
			run: async ({ params, body }) => {
				const { id, panel } = of(params);
				const wanted = { snapshot: body, now: nowOf(panel) };
				return summary(await made(() => panels.replace(id, optionsOf(wanted))));
			},
		}),
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/claims",
			summary:
				'Ask whether the panel remembers that: "runtime.mode" is "away".',
			body: z.strictObject({ path: z.string().max(200), value: z.unknown() }),
			status: 200,
			answer: schemas.claimed,
			run: ({ params, body: { path, value: wanted } }) => {
				const { panel } = of(params);
				demandPath(panel, path);
				const value = valueAt(panel.snapshot(), path);
				return {
					held: isAsClaimed(wanted, value),
					value,
					next: panel.activity.next,
				};
			},
		}),
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}/activity",
			summary:
				"Read what has happened: as JSON, or as server-sent events where the request accepts text/event-stream.",
			query: since,
			status: 200,
			answer: schemas.activities,
			streams: true,
			run: ({ params, query }) => {
				const { activity } = of(params).panel;
				return {
					activities: activity.from(query.since).map(activityJson),
					next: activity.next,
				};
			},
		}),
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/wait",
			summary:
				"Let time pass until a text leaves the panel, an event happens or a value stands in its memory.",
			body: z.strictObject({
				for: z.union([
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
				]),
				within: schemas.duration,
				since: z.int().min(0).optional(),
			}),
			status: 200,
			answer: schemas.waited,
			run: async ({ params, body }) => {
				const held = of(params);
				const { panel } = held;
				if ("state" in body.for) demandPath(panel, body.for.state.path);
				const within = durationOf(body.within) ?? 0;
				const from = body.since ?? panel.activity.next;
				const waited = await waitFor(held, body.for, within, from);
				return { ...waited, now: nowOf(panel), next: panel.activity.next };
			},
		}),
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}/phones/{number}/messages",
			summary: "Read what passed between a phone and the panel.",
			status: 200,
			answer: schemas.phoneMessages,
			run: ({ params }) => {
				const { panel } = of(params);
				const messages = panel.phones
					.messages(params.number ?? "")
					.map((message) => ({ ...message, at: instantText(message.at) }));
				return { messages, next: panel.activity.next };
			},
		}),
	];
}

/** @throws Problem for a path that leads nowhere in what the panel remembers */
function demandPath(panel: ThrowawayPanel["panel"], path: string): void {
	const fault = pathFault(panel.snapshot(), path);
	if (fault !== null) throw new Problem(422, "body/wrong", fault);
}

function nowOf({ now }: ThrowawayPanel["panel"]): string {
	return instantText(now.getTime());
}

function summary({ id, panel }: ThrowawayPanel) {
	const { model, number, activity } = panel;
	const { next } = activity;
	return { id, model, number, time: "virtual", now: nowOf(panel), next };
}

type Wanted = Omit<z.infer<typeof newPanel>, "time">;

/** What is not given is left out. A snapshot is judged where a panel is made of it. */
function optionsOf(wanted: Wanted): PanelOptions {
	const given = Object.entries(wanted).filter(
		([, value]) => value !== undefined,
	);
	return Object.fromEntries(given) as Omit<PanelOptions, "snapshot"> & {
		snapshot?: PanelState;
	};
}

/** Options that each fit their schema may still contradict each other, or the model. */
function made<T>(work: () => Promise<T>): Promise<T> {
	return unless("body/wrong", work);
}

/** What the panel says against a request is the caller's, not ours. */
async function unless<T>(
	code: "body/wrong" | "step/impossible" | "time/impossible",
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Problem) throw error;
		if (
			error instanceof RangeError ||
			error instanceof TypeError ||
			(error instanceof Error && error.name === "ConfigFileError")
		)
			throw new Problem(422, code, error.message);
		throw error;
	}
}
