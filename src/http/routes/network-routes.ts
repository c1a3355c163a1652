import * as z from "zod";
import { START } from "../../conversation/timeline.ts";
import { instantOf, instantText } from "../../time/instant.ts";
import type { HeldNetwork } from "../held/networks.ts";
import type { Panels } from "../held/panels.ts";
import { Problem } from "../problem.ts";
import { defineRoute, type Route } from "../route.ts";
import * as schemas from "../schemas.ts";
import { airRoutes, sendOver } from "./line-routes.ts";
import { unless } from "./refusal.ts";
import { linesOf, wantedLines } from "./wanted-lines.ts";

/** Phone networks with no panel at all, for those who test a GSM client. */
export function networkRoutes({ networks }: Panels): readonly Route[] {
	const of = (params: { readonly [name: string]: string }) =>
		networks.get(params.network ?? "");
	return [
		defineRoute({
			method: "get",
			path: "/v1/networks",
			summary: "List the networks.",
			status: 200,
			answer: z.strictObject({ networks: z.array(schemas.networkSummary) }),
			run: () => ({ networks: networks.list().map(summary) }),
		}),
		defineRoute({
			method: "post",
			path: "/v1/networks",
			summary:
				"Make a throw-away phone network with modems at some numbers and plain phones at all others.",
			body: z.strictObject({
				lines: wantedLines.default([]),
				channel: schemas.channelRules.default([]),
				seed: z.int().min(0).default(1),
				time: schemas.wantedTime.default("virtual"),
				now: schemas.instant.optional(),
			}),
			status: 201,
			answer: schemas.networkSummary,
			run: async ({ body: { lines, now, ...wanted } }) =>
				summary(
					await unless("body/wrong", () =>
						networks.make({
							...wanted,
							lines: linesOf(lines, wanted.time),
							now: (now === undefined ? null : instantOf(now)) ?? START,
						}),
					),
				),
		}),
		defineRoute({
			method: "get",
			path: "/v1/networks/{network}",
			summary: "Say what lines a network has and what time it is there.",
			status: 200,
			answer: schemas.networkSummary,
			run: async ({ params }) => {
				const held = of(params);
				return await held.time.turn(() => summary(held));
			},
		}),
		defineRoute({
			method: "delete",
			path: "/v1/networks/{network}",
			summary: "Throw a network away.",
			status: 204,
			answer: null,
			run: ({ params }) => networks.delete(params.network ?? ""),
		}),
		defineRoute({
			method: "post",
			path: "/v1/networks/{network}/clock",
			summary:
				"Let the network's time pass at once, or choose how fast it passes by itself.",
			body: schemas.clockMove,
			status: 200,
			answer: schemas.networkSummary,
			run: async ({ params, body }) => {
				const held = of(params);
				const { pace, time } = held;
				if (pace === null)
					throw new Problem(
						409,
						"time/real",
						"the time of this network is real; nobody moves it",
					);
				return await time.turn(async () => {
					if ("speed" in body) pace.setSpeed(body.speed);
					else
						await unless("time/impossible", () =>
							pace.advance("to" in body ? body.to : body.advance),
						);
					return summary(held);
				});
			},
		}),
		...airRoutes("/v1/networks/{network}", of),
		defineRoute({
			method: "get",
			path: "/v1/networks/{network}/phones/{number}/messages",
			summary: "Read what a plain phone sent and got.",
			status: 200,
			answer: schemas.networkMessages,
			run: async ({ params }) => {
				const { air, time } = of(params);
				return await time.turn(async () => ({
					messages: (
						await unless("network/refused", () =>
							air.network.messages(params.number ?? ""),
						)
					).map((message) => ({ ...message, at: instantText(message.at) })),
				}));
			},
		}),
		defineRoute({
			method: "post",
			path: "/v1/networks/{network}/phones/{number}/messages",
			summary: "Send a text from a phone to another number.",
			body: z.strictObject({ to: schemas.number, text: schemas.smsText }),
			status: 204,
			answer: null,
			run: async ({ params, body: { to, text } }) => {
				const { air, time } = of(params);
				await time.turn(() => sendOver(air, params.number ?? "", to, text));
			},
		}),
	];
}

function summary({ id, air, time, now }: HeldNetwork): object {
	return {
		id,
		time: time.kind,
		now: instantText(now.getTime()),
		lines: air.network.lines,
	};
}
