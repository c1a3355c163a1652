import * as z from "zod";
import { isAsClaimed, valueAt } from "../../conversation/claim.ts";
import { instantText } from "../../time/instant.ts";
import { toldActivity } from "../door/told-activity.ts";
import type { HeldPanel } from "../held/held-panel.ts";
import { type Panels, throwawayOnly } from "../held/panels.ts";
import { Problem } from "../problem.ts";
import { defineRoute, type Route } from "../route.ts";
import * as schemas from "../schemas.ts";
import { nowOf } from "./panel-summary.ts";
import { demandPath } from "./refusal.ts";

const since = z.strictObject({
	since: z.coerce.number().int().min(0).default(0).meta({
		description: "The first activity that is told; 0 for all that are kept.",
	}),
	state: z.enum(["yes", "no"]).default("no").meta({
		description: "Whether what the panel remembered afterwards is told, too.",
	}),
});

const named = z.strictObject({ id: z.string().max(200).default("") });

/** What is told of a panel. */
export function panelReading(panels: Panels): readonly Route[] {
	/** The panel as it is now. */
	const reading = async <T extends object>(
		params: { readonly [name: string]: string },
		read: (held: HeldPanel) => T,
	): Promise<T & { readonly next: number }> => {
		const held = panels.get(params.panel ?? "");
		return await held.time.turn(() => ({
			...read(held),
			next: held.panel.activity.next,
		}));
	};
	return [
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}/status",
			summary: "Say what the panel is and does now.",
			status: 200,
			answer: schemas.status,
			run: ({ params }) =>
				reading(params, ({ panel }) => ({
					...panel.status(),
					now: nowOf(panel),
				})),
		}),
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}/state",
			summary:
				"Get what the panel remembers, for a page: of the panel in the house what may be told.",
			status: 200,
			answer: schemas.rememberedState,
			run: ({ params }) =>
				reading(params, ({ panel }) => ({
					state: panel.snapshot(),
					now: nowOf(panel),
				})),
		}),
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}/log",
			summary: "Read the panel's event log, oldest first.",
			status: 200,
			answer: schemas.logEntries,
			run: ({ params }) =>
				reading(params, ({ panel }) => ({
					entries: panel.snapshot().runtime.log.map((entry) => ({
						...entry,
						at: instantText(entry.at),
					})),
				})),
		}),
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}/digest",
			summary:
				"Get the digest of all that was done, as a replay of the same steps prints it.",
			query: named,
			status: 200,
			answer: schemas.digest,
			run: ({ params, query: { id } }) =>
				reading(params, (held) => {
					throwawayOnly(held);
					return { digest: held.panel.digest(id) };
				}),
		}),
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}/record",
			summary:
				"Get all that was done as a conversation that holds when it is replayed.",
			query: z.strictObject({
				id: z
					.string()
					.regex(/^[\w-]{1,100}$/)
					.default("session")
					.meta({ description: "Letters, digits, _ and -." }),
			}),
			status: 200,
			answer: schemas.recording,
			run: ({ params, query: { id } }) =>
				reading(params, (held) => {
					throwawayOnly(held);
					return recorded(held, id);
				}),
		}),
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/claims",
			summary:
				'Ask whether the panel remembers that: "runtime.mode" is "away".',
			body: z.strictObject({ path: z.string().max(200), value: z.unknown() }),
			status: 200,
			answer: schemas.claimed,
			run: ({ params, body: { path, value: wanted } }) =>
				reading(params, (held) => {
					demandPath(held, path);
					const value = valueAt(held.panel.snapshot(), path);
					return { held: isAsClaimed(wanted, value), value };
				}),
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
			run: ({ params, query }) =>
				reading(params, ({ panel: { activity } }) => ({
					activities: activity
						.from(query.since)
						.map((each) => toldActivity(each, query)),
				})),
		}),
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}/phones/{number}/messages",
			summary: "Read what passed between a phone and the panel.",
			status: 200,
			answer: schemas.phoneMessages,
			run: ({ params }) =>
				reading(params, ({ panel }) => ({
					messages: panel.phones
						.messages(params.number ?? "")
						.map((message) => ({ ...message, at: instantText(message.at) })),
				})),
		}),
	];
}

/** @throws Problem for a session that cannot be written down */
function recorded({ record }: HeldPanel, id: string): object {
	if (record === null)
		throw new Problem(409, "record/none", "this panel keeps no record");
	try {
		return record(id);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		throw new Problem(409, "record/none", error.message);
	}
}
