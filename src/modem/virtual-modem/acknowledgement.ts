/** Messages that the program behind the modem has to acknowledge (3GPP TS 27.005, 3.4.4). */
import type { Clock } from "../../time/clock.ts";

/** What waits for `AT+CNMA`; one message at a time, as the network brings them. */
export interface Acknowledgement {
	/**
	 * Begins to wait.
	 * @param settle told once: whether it was taken, or `null` where nobody said anything
	 */
	expect(settle: (taken: boolean | null) => void): void;
	/** @returns whether anything was expected */
	give(taken: boolean): boolean;
	/** Nobody is there any more who could give it. */
	forgo(): void;
}

/** As long as networks wait for a phone. */
const patience = 15_000;

export function acknowledgement(clock: Clock): Acknowledgement {
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
		expect(settling) {
			settle(null);
			settleNow = settling;
			takeBack = clock.at(clock.now() + patience, () => void settle(null));
		},
		give: (taken) => settle(taken),
		forgo: () => void settle(null),
	};
}
