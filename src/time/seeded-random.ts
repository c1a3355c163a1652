/** Chance that comes out the same for the same seed: 0 or more, less than 1, each time anew. */
export type Random = () => number;

/**
 * Mulberry32: 32 bits of state, good enough to decide what a network loses,
 * and nothing that may guard a secret.
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
