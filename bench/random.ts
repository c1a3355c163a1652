/** Random choices that come out the same for the same seed. */
export interface Random {
	/** An integer from `low` to `high`, both included. */
	integer(low: number, high: number): number;
	/** True `percent` times in a hundred. */
	chance(percent: number): boolean;
	oneOf<T>(choices: readonly [T, ...T[]]): T;
}

/** Mulberry32: 32 bits of state, good enough to make up messages. */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const integer = (low: number, high: number) =>
		low + Math.floor(next() * (high - low + 1));
	return {
		integer,
		chance: (percent) => next() * 100 < percent,
		oneOf: (choices) => choices[integer(0, choices.length - 1)] ?? choices[0],
	};
}
