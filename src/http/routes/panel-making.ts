import * as z from "zod";
import type { PanelOptions } from "../../device/panel-options.ts";
import { modelNames } from "../../models/models.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { type Panels, throwawayOnly } from "../held/panels.ts";
import { defineRoute, type Route } from "../route.ts";
import * as schemas from "../schemas.ts";
import { summary } from "./panel-summary.ts";
import { unless } from "./refusal.ts";
import { linesOf, wantedLines } from "./wanted-lines.ts";

const newPanel = z.strictObject({
	model: z.enum(modelNames).optional(),
	snapshot: schemas.snapshot.optional(),
	number: schemas.panelNumber.optional(),
	now: schemas.instant.optional(),
	channel: schemas.channelRules.optional().meta({
		description:
			'Rules of the network: "loss 10%", "delay 30s". Without it every message arrives at once.',
	}),
	seed: z.int().min(0).optional(),
	time: schemas.wantedTime.default("virtual"),
	showDuress: z.boolean().default(false).meta({
		description:
			"Whether duress and silent alarms are told; else what is read of it, and its record, are what they would be with the user's own code.",
	}),
	lines: wantedLines.optional().meta({
		description:
			"Phone lines. The panel then has a virtual modem on their network; without them it is texted at once.",
	}),
});

/** Making panels and throwing them away. */
export function panelMaking(panels: Panels): readonly Route[] {
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
			once: true,
			body: newPanel,
			status: 201,
			answer: schemas.panelSummary,
			run: async ({ body: { time, lines, showDuress, ...wanted } }) =>
				summary(
					await unless("body/wrong", () =>
						panels.throwaway.make({
							options: optionsOf(wanted),
							time,
							showDuress,
							lines: lines === undefined ? null : linesOf(lines, time),
						}),
					),
				),
		}),
		defineRoute({
			method: "get",
			path: "/v1/panels/{panel}",
			summary: "Say which panel it is and what time it has.",
			status: 200,
			answer: schemas.panelSummary,
			run: async ({ params }) => {
				const held = panels.get(params.panel ?? "");
				return await held.time.turn(() => summary(held));
			},
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
			method: "get",
			path: "/v1/panels/{panel}/snapshot",
			summary: "Get all that the panel remembers, PINs and codes as they are.",
			status: 200,
			answer: schemas.snapshot,
			run: async ({ params }) => {
				const held = panels.get(params.panel ?? "");
				throwawayOnly(held);
				return await held.time.turn(
					() => held.whole?.() ?? held.panel.snapshot(),
				);
			},
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
				const held = panels.get(params.panel ?? "");
				throwawayOnly(held);
				const { panel, channel, time } = held;
				const wanted = {
					snapshot: body,
					number: panel.number,
					...(channel === null
						? {}
						: { channel: [...channel.rules], seed: channel.seed }),
				};
				const made = await unless("body/wrong", () =>
					time.turn(() =>
						panels.throwaway.replace(held, {
							...optionsOf(wanted),
							now: panel.clock.now,
						}),
					),
				);
				return summary(made);
			},
		}),
	];
}

type Wanted = Omit<z.infer<typeof newPanel>, "time" | "lines" | "showDuress">;

/** What is not given is left out. A snapshot is judged where a panel is made of it. */
function optionsOf(wanted: Wanted): PanelOptions {
	const given = Object.entries(wanted).filter(
		([, value]) => value !== undefined,
	);
	return Object.fromEntries(given) as Omit<PanelOptions, "snapshot"> & {
		snapshot?: PanelState;
	};
}
