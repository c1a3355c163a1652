/** Something that speaks against arming. */
export interface ArmFaultCondition {
	/** 0 is the panel itself. */
	readonly zone: number;
	/** `open`, or the name of a trouble. */
	readonly what: string;
}

/** In words, for the log: `zones.3 open, mains`. */
export function faultsText(faults: readonly ArmFaultCondition[]): string {
	return faults
		.map(({ zone, what }) => (zone === 0 ? what : `zones.${zone} ${what}`))
		.join(", ");
}

/** The inverse of `faultsText`. */
export function readFaults(text: string): readonly ArmFaultCondition[] {
	if (text === "") return [];
	return text.split(", ").map((fault) => {
		const [, zone, what] = /^zones\.(\d+) (.*)$/.exec(fault) ?? [];
		return { zone: Number(zone ?? 0), what: what ?? fault };
	});
}
