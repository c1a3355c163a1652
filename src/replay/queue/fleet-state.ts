/** How many work for a run. */
export interface FleetState {
	readonly workers: number;
	/** Threads of all of them. */
	readonly jobs: number;
	/** Blocks that are handed out, or have come and wait for one before them. */
	readonly ahead: number;
}

export const noFleet: FleetState = { workers: 0, jobs: 0, ahead: 0 };
