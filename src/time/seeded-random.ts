/** Gives the next random number, at least 0 and less than 1. The same seed gives the same numbers. */
export type Random = () => number;

/**
 * Mulberry32: 32 bits of state. It is good enough to decide what a network loses;
 * it must not make secrets.
 * @param seed any integer; its lowest 32 bits count
 */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
