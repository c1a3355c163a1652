import * as z from "zod";
import { atLineMeaning } from "../../modem/at/at-line-meaning.ts";
import { instantText } from "../../time/instant.ts";
import { spelt } from "../../transport/line-trace.ts";
import type { HeldAir } from "../held/held-panel.ts";
import type { PanelTime } from "../held/held-time.ts";
import { demandControl, type Panels } from "../held/panels.ts";
import { Problem } from "../problem.ts";
import { defineRoute, type Route } from "../route.ts";
import * as schemas from "../schemas.ts";
import { unless } from "./refusal.ts";

/** Something with a network, as a request finds it. */
export interface OnAir {
	readonly air: HeldAir | null;
	readonly time: PanelTime;
	readonly channel: {
		readonly rules: readonly string[];
		readonly seed: number;
		replace(rules: readonly string[]): void;
	} | null;
	/** Puts what has no network on one, with these rules. */
	readonly connect?: (rules: readonly string[]) => Promise<OnAir>;
	/** Of the panel; nothing where there is none. */
	readonly next?: number;
}

type Params = { readonly [name: string]: string };

/** What can be done with the network of a panel. */
export function lineRoutes(panels: Panels): readonly Route[] {
	const of = (params: Params): OnAir => {
		const held = panels.get(params.panel ?? "");
		demandControl(held);
		const { air, time, channel, panel } = held;
		return {
			air,
			time,
			channel,
			...(channel === null && held.isThrowaway
				? {
						connect: async (rules: readonly string[]) => {
							await panels.throwaway.replace(held, {
								snapshot: panel.snapshot(),
								number: panel.number,
								now: panel.clock.now,
								channel: rules,
							});
							return of(params);
						},
					}
				: {}),
			get next() {
				return panel.activity.next;
			},
		};
	};
	return [
		...airRoutes("/v1/panels/{panel}", of),
		defineRoute({
			method: "post",
			path: "/v1/panels/{panel}/phones/{number}/messages",
			summary:
				"Text the panel from a phone: over the network where the panel has lines, else at once.",
			once: true,
			body: z.strictObject({ text: schemas.smsText }),
			status: 200,
			answer: schemas.onItsWay,
			run: async ({ params, body: { text } }) => {
				const held = panels.get(params.panel ?? "");
				demandControl(held);
				const { panel, air, time } = held;
				const number = params.number ?? "";
				return await time.turn(async () => {
					if (air === null) await panel.text(text, { from: number });
					else await sendOver(air, number, panel.number, text);
					return { next: panel.activity.next };
				});
			},
		}),
	];
}

/** The routes of a network, with a panel or without. */
export function airRoutes(
	at: string,
	of: (params: Params) => OnAir,
): readonly Route[] {
	const what = at.startsWith("/v1/panels") ? "panel" : "network";
	return [
		defineRoute({
			method: "get",
			path: `${at}/channel`,
			summary: `Read what the ${what}'s channel does to messages.`,
			status: 200,
			answer: schemas.channel,
			run: ({ params }) => rulesOf(of(params)),
		}),
		defineRoute({
			method: "put",
			path: `${at}/channel`,
			summary:
				what === "panel"
					? "Put other rules in the place of the panel's channel. One that was made without a channel gets one as it is now; its activity starts anew."
					: "Put other rules in the place of the network's channel.",
			body: z.strictObject({ rules: schemas.channelRules }),
			status: 200,
			answer: schemas.channel,
			run: async ({ params, body: { rules } }) => {
				const held = of(params);
				return await held.time.turn(async () => {
					const { connect } = held;
					if (connect !== undefined)
						return rulesOf(await unless("body/wrong", () => connect(rules)));
					const channel = demandChannel(held);
					await unless("body/wrong", () => channel.replace(rules));
					return rulesOf(held);
				});
			},
		}),
		defineRoute({
			method: "get",
			path: `${at}/trace`,
			summary:
				"Read what programs and modems said to each other, with its meaning; PINs of SIM cards are masked.",
			query: z.strictObject({
				since: z.coerce.number().int().min(0).default(0).meta({
					description: "The first line that is told; 0 for all that are kept.",
				}),
			}),
			status: 200,
			answer: schemas.trace,
			run: async ({ params, query: { since } }) => {
				const held = of(params);
				const air = demandAir(held);
				return await held.time.turn(() => traceOf(air, since, held.next));
			},
		}),
		defineRoute({
			method: "post",
			path: `${at}/lines/{number}/bytes`,
			summary:
				"Send bytes as the program at an in-process line, and read what was said since.",
			body: z.strictObject({
				bytes: z
					.string()
					.max(10_000)
					.regex(/^[\0-\xff]*$/)
					.meta({
						description: "One character for each byte: AT+CSQ and a CR.",
					}),
			}),
			status: 200,
			answer: schemas.trace,
			run: async ({ params, body: { bytes } }) => {
				const held = of(params);
				const air = demandAir(held);
				return await held.time.turn(async () => {
					const { next: since } = air.network.trace;
					if (!(await air.network.say(params.number ?? "", bytes)))
						throw new Problem(
							404,
							"line/none",
							"there is no in-process line of this number",
						);
					await air.settle();
					return traceOf(air, since, held.next);
				});
			},
		}),
	];
}

/**
 * Sends a text from a phone over a network.
 * @throws Problem where the network does not take it
 */
export async function sendOver(
	air: HeldAir,
	from: string,
	to: string,
	text: string,
): Promise<void> {
	const refusal = await unless("network/refused", () =>
		air.network.text(from, to, text),
	);
	if (refusal !== null) throw new Problem(422, "network/refused", refusal);
	await air.settle();
}

/** @throws Problem where there are no lines */
function demandAir({ air }: OnAir): HeldAir {
	if (air !== null) return air;
	throw new Problem(
		409,
		"line/none",
		"this panel has no modem; make it with lines",
	);
}

function demandChannel({ channel }: OnAir) {
	if (channel !== null) return channel;
	throw new Problem(
		409,
		"channel/none",
		"this panel has no network; give it a channel, also an empty one",
	);
}

function rulesOf(held: OnAir): object {
	const { rules, seed } = demandChannel(held);
	return { rules, seed, ...nextOf(held.next) };
}

function traceOf(
	{ network }: HeldAir,
	since: number,
	next: number | undefined,
): object {
	const entries = network.trace.from(since).map((entry) => ({
		id: entry.id,
		at: instantText(entry.at),
		line: entry.line,
		direction: entry.direction,
		text: spelt(entry.text),
		...atLineMeaning(entry),
	}));
	return { entries, nextEntry: network.trace.next, ...nextOf(next) };
}

function nextOf(next: number | undefined): object {
	return next === undefined ? {} : { next };
}
