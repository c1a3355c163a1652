/** Counts of messages since the network began; delivery reports count in `reports` only. */
export interface Traffic {
	/** Accepted from a line. */
	readonly accepted: number;
	/** Not accepted: refused by the channel, or too many wait for the recipient. */
	readonly refused: number;
	/** Taken by the recipient's line, repeats included. */
	readonly delivered: number;
	/** Accepted and dropped by the channel. */
	readonly lost: number;
	/** Repeats that the channel made. */
	readonly doubled: number;
	readonly delayed: number;
	readonly reordered: number;
	/** Delivered in another alphabet. */
	readonly recoded: number;
	/** Not taken within their validity period. */
	readonly expired: number;
	/** For a number that no line has. */
	readonly unassigned: number;
	/** Delivery reports taken. */
	readonly reports: number;
	/** Faults that the channel gave to modems. */
	readonly troubles: number;
}

export type TrafficCounts = { -readonly [K in keyof Traffic]: Traffic[K] };

export function noTraffic(): TrafficCounts {
	return {
		accepted: 0,
		refused: 0,
		delivered: 0,
		lost: 0,
		doubled: 0,
		delayed: 0,
		reordered: 0,
		recoded: 0,
		expired: 0,
		unassigned: 0,
		reports: 0,
		troubles: 0,
	};
}
