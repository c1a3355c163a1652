/** What a ratio has to be at most or at least. */
export interface Gate {
	readonly most?: number;
	readonly least?: number;
}

/** Prints the median of some ratios with their range; false when it misses its gate. */
export function report(
	name: string,
	values: readonly number[],
	gate: Gate = {},
): boolean {
	const middle = median(values);
	const { most = Number.POSITIVE_INFINITY, least = 0 } = gate;
	const kept = middle <= most && middle >= least;
	const bounds = [
		gate.most === undefined ? "" : `gate: at most ${gate.most}`,
		gate.least === undefined ? "" : `gate: at least ${gate.least}`,
	].join("");
	const range = `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`;
	console.log(
		`  ${name.padEnd(32)}${middle.toFixed(2).padStart(6)}  (${range})  ${bounds}${kept ? "" : "  MISSED"}`,
	);
	return kept;
}

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
