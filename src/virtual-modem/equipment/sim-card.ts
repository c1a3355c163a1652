/** What a SIM card needs before it works (`+CPIN?`). */
export type SimNeeds = "READY" | "SIM PIN" | "SIM PUK";

/** A SIM card with its counters (3GPP TS 31.101, 9.5). */
export interface SimCard {
	/** null for a slot without a card. */
	readonly needs: SimNeeds | null;
	/** Tries left for PIN and PUK; at 0 and 0 the card can never be used again. */
	readonly pinTries: number;
	readonly pukTries: number;
	/** Whether it will ask for its PIN at the next start. */
	readonly locked: boolean;
	/** @returns whether it was the right one; a wrong one costs a try */
	enterPin(pin: string): boolean;
	/** Unblocks the card and gives it a new PIN; a wrong PUK costs a try. */
	enterPuk(puk: string, pin: string): boolean;
	/** Switches the lock on or off; a wrong PIN costs a try. */
	lock(on: boolean, pin: string): boolean;
	changePin(pin: string, next: string): boolean;
	/** As after power off and on. */
	restart(): void;
}

export interface SimCardOptions {
	/** Its PIN, four to eight digits; null for a card that asks for none. */
	readonly pin?: string | null | undefined;
	readonly puk?: string | undefined;
	/** Whether there is a card at all. */
	readonly inserted?: boolean | undefined;
}

const pinTries = 3;
const pukTries = 10;

export function simCard({
	pin = null,
	puk = "12345678",
	inserted = true,
}: SimCardOptions = {}): SimCard {
	let current = pin ?? "0000";
	let locked = pin !== null;
	let opened = !locked;
	let pinLeft = pinTries;
	let pukLeft = pukTries;
	const tryPin = (given: string): boolean => {
		if (pinLeft === 0) return false;
		const right = given === current;
		pinLeft = right ? pinTries : pinLeft - 1;
		if (pinLeft === 0) opened = false;
		return right;
	};
	return {
		get needs() {
			if (!inserted) return null;
			if (pinLeft === 0) return "SIM PUK";
			return opened ? "READY" : "SIM PIN";
		},
		get pinTries() {
			return pinLeft;
		},
		get pukTries() {
			return pukLeft;
		},
		get locked() {
			return locked;
		},
		enterPin(given) {
			if (!tryPin(given)) return false;
			opened = true;
			return true;
		},
		enterPuk(given, next) {
			if (pukLeft === 0) return false;
			if (given !== puk) {
				pukLeft -= 1;
				return false;
			}
			pukLeft = pukTries;
			pinLeft = pinTries;
			current = next;
			opened = true;
			return true;
		},
		lock(on, given) {
			if (!tryPin(given)) return false;
			locked = on;
			return true;
		},
		changePin(given, next) {
			if (!tryPin(given)) return false;
			current = next;
			return true;
		},
		restart() {
			opened = !locked;
		},
	};
}
