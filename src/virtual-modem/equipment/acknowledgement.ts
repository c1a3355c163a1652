/** Messages that the program behind the modem has to acknowledge (3GPP TS 27.005, 3.4.4). */
import type { Clock } from "../../time/clock.ts";

/** What waits for `AT+CNMA`; one message at a time, as the network brings them. */
export interface Acknowledgement {
	/**
	 * Begins to wait.
	 * @param from whoever it was brought to
	 * @param settle told once: whether it was taken, or `null` where nobody said anything
	 */
	expect(from: object, settle: (taken: boolean | null) => void): void;
	readonly expected: boolean;
	/** @returns whether anything was expected */
	give(taken: boolean): boolean;
	/** Somebody is gone; where it was their turn, nobody will say anything. */
	forgo(from: object): void;
}

/** As long as networks wait for a phone. */
const patience = 15_000;

export function acknowledgement(clock: Clock): Acknowledgement {
	let expectedFrom: object | null = null;
	let settleNow: ((taken: boolean | null) => void) | null = null;
	let takeBack = () => {};
	const settle = (taken: boolean | null): boolean => {
		const settling = settleNow;
		if (settling === null) return false;
		settleNow = null;
		takeBack();
		settling(taken);
		return true;
	};
	return {
		expect(from, settling) {
			settle(null);
			expectedFrom = from;
			settleNow = settling;
			takeBack = clock.at(clock.now() + patience, () => void settle(null));
		},
		get expected() {
			return settleNow !== null;
		},
		give: (taken) => settle(taken),
		forgo(from) {
			if (from === expectedFrom) settle(null);
		},
	};
}
