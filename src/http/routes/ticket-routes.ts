import * as z from "zod";
import { durationText } from "../../time/duration.ts";
import { TICKET_LIFE, type Tickets } from "../door/tickets.ts";
import { defineRoute, type Route } from "../route.ts";

/** How a page gets a ticket for a stream. */
export function ticketRoutes(tickets: Tickets): readonly Route[] {
	return [
		defineRoute({
			method: "post",
			path: "/v1/tickets",
			summary:
				"Get a ticket, for ?ticket= of one GET: an EventSource cannot send the token.",
			body: z.strictObject({}),
			status: 201,
			answer: z.strictObject({
				ticket: z.string(),
				within: z.string().meta({ description: "How long it is good: 30s." }),
			}),
			run: () => ({
				ticket: tickets.draw(),
				within: durationText(TICKET_LIFE),
			}),
		}),
	];
}
