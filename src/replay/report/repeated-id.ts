/** An id that several conversations of a corpus have. Plain data. */
export interface RepeatedId {
	readonly id: string;
	/** Where they begin, as `file:line`; at most five. */
	readonly places: readonly string[];
	/** How many conversations have it. */
	readonly times: number;
}
