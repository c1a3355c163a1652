/** The acknowledgement of messages by the program behind the modem (3GPP TS 27.005, 3.4.4). */
import type { Clock } from "../../time/clock.ts";

/** Waits for `AT+CNMA`, for one message at a time, as the network delivers them. */
export interface Acknowledgement {
	/**
	 * Begins to wait.
	 * @param from the session that got the message
	 * @param settle called once: whether it was taken, or `null` where no acknowledgement came
	 */
	expect(from: object, settle: (taken: boolean | null) => void): void;
	readonly expected: boolean;
	/** @returns whether an acknowledgement was expected */
	give(taken: boolean): boolean;
	/** A session has ended; no acknowledgement will come from it. */
	end(from: object): void;
}

/** Milliseconds; networks wait as long for a phone. */
const acknowledgeWithin = 15_000;

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
			takeBack = clock.at(
				clock.now() + acknowledgeWithin,
				() => void settle(null),
			);
		},
		get expected() {
			return settleNow !== null;
		},
		give: (taken) => settle(taken),
		end(from) {
			if (from === expectedFrom) settle(null);
		},
	};
}
