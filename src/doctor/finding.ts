import type { DoctorWorld } from "./world.ts";

/** What a check came to. */
export interface DoctorFinding {
	/** Stable: `port/held`. Its first part is the group. */
	readonly id: string;
	/** A fault keeps the panel from working; a warning will, or makes it work badly. */
	readonly verdict: "ok" | "warning" | "fault";
	/** What was found, in one line. It holds no PIN, key, password or whole number. */
	readonly message: string;
	/** What to do; null where nothing is to be done. */
	readonly advice: string | null;
}

/**
 * Checks that follow one from the other. Each finding is the end of a check: the
 * time to the next one is the next check's. A check that does not apply gives none.
 */
export interface CheckGroup {
	/** The name of a check of this group that takes too long or throws. */
	readonly name: string;
	/** The first parts of the ids that its findings have. */
	readonly tells: readonly string[];
	check(world: DoctorWorld): AsyncIterable<DoctorFinding>;
}

export function ok(id: string, message: string): DoctorFinding {
	return { id, verdict: "ok", message, advice: null };
}

export function warning(
	id: string,
	message: string,
	advice: string,
): DoctorFinding {
	return { id, verdict: "warning", message, advice };
}

export function fault(
	id: string,
	message: string,
	advice: string,
): DoctorFinding {
	return { id, verdict: "fault", message, advice };
}
