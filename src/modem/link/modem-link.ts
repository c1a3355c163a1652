import type { Clock } from "../../time/clock.ts";
import type { AtSession } from "../at/at-session.ts";
import type { StartFacts } from "./start-up.ts";
import type { StorageSelection } from "./storage.ts";

/** A modem that is set up. */
export interface OnlineModem {
	readonly session: AtSession;
	readonly facts: StartFacts;
	/** For use inside {@link inTurn} only. */
	readonly storage: StorageSelection;
	/**
	 * Runs commands that belong together, with no others in between.
	 */
	inTurn<T>(work: () => Promise<T>): Promise<T>;
}

/** An online modem around a session. */
export function onlineModem(
	session: AtSession,
	facts: StartFacts,
	storage: StorageSelection,
): OnlineModem {
	let last: Promise<unknown> = Promise.resolve();
	return {
		session,
		facts,
		storage,
		inTurn(work) {
			const turn = last.then(work, work);
			last = turn;
			return turn;
		},
	};
}

interface Waiter {
	readonly look: () => void;
}

/**
 * The modem that is set up at the moment, and whether it has a network. The line
 * may go and come; whoever needs the modem waits here.
 */
export class ModemLink {
	private modem: OnlineModem | null = null;
	private registered = false;
	private closed = false;
	private readonly waiters = new Set<Waiter>();
	private readonly clock: Clock;

	constructor(clock: Clock) {
		this.clock = clock;
	}

	/** Null while the line is away or the modem is being set up. */
	get online(): OnlineModem | null {
		return this.modem;
	}

	get hasNetwork(): boolean {
		return this.modem !== null && this.registered;
	}

	connect(modem: OnlineModem): void {
		this.modem = modem;
		this.tell();
	}

	disconnect(): void {
		this.modem = null;
		this.registered = false;
	}

	setRegistered(registered: boolean): void {
		this.registered = registered;
		this.tell();
	}

	/** Ends all waiting. */
	close(): void {
		this.closed = true;
		this.disconnect();
		this.tell();
	}

	/** The modem once it has a network; null after so many milliseconds, or once closed. */
	whenRegistered(patience: number): Promise<OnlineModem | null> {
		return new Promise((resolve) => {
			const end = (modem: OnlineModem | null) => {
				cancelTimer();
				this.waiters.delete(waiter);
				resolve(modem);
			};
			const waiter = {
				look: () => {
					if (this.closed) end(null);
					else if (this.modem !== null && this.registered) end(this.modem);
				},
			};
			const cancelTimer = this.clock.at(this.clock.now() + patience, () =>
				end(null),
			);
			this.waiters.add(waiter);
			waiter.look();
		});
	}

	private tell(): void {
		for (const { look } of [...this.waiters]) look();
	}
}
