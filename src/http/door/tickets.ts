import type { Clock } from "../../time/clock.ts";
import { SECOND } from "../../time/units.ts";
import { Problem } from "../problem.ts";

/** How long a ticket is good, in milliseconds. */
export const TICKET_LIFE = 30 * SECOND;
/** Tickets that nobody has used yet. */
const MOST = 1000;

/**
 * Tickets let a page open a stream: an EventSource sends no header, and the token
 * must not stand in an address. Each is good once, for half a minute.
 */
export class Tickets {
	readonly #clock: Clock;
	/** When each is over. */
	readonly #open = new Map<string, number>();

	/** @param clock the machine's */
	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** @throws Problem where too many are open */
	draw(): string {
		const now = this.#clock.now();
		for (const [ticket, over] of this.#open)
			if (over <= now) this.#open.delete(ticket);
		if (this.#open.size >= MOST)
			throw new Problem(
				429,
				"request/too-many",
				`${MOST} tickets are open already`,
				[],
				{ "Retry-After": "30" },
			);
		const ticket = crypto.randomUUID();
		this.#open.set(ticket, now + TICKET_LIFE);
		return ticket;
	}

	/** Whether a ticket is good. It is used up then. */
	use(ticket: string): boolean {
		const over = this.#open.get(ticket);
		this.#open.delete(ticket);
		return over !== undefined && over > this.#clock.now();
	}
}
