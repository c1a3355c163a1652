import type { MailEvent } from "../firmware/mail-room.ts";
import type { GsmModem } from "../modem/gsm-modem.ts";
import type { ModemEvent } from "../modem/link/modem-event.ts";
import type { ModemFacts } from "../modem/link/modem-info.ts";

/** What a modem has told so far. */
export interface ModemAccount {
	/** Whether it is set up. */
	readonly up: boolean;
	/** Whether it has a network. */
	readonly registered: boolean;
	/** Null while it is not known. */
	readonly dbm: number | null;
	/** How often it was set up again. */
	readonly restarts: number;
	/** Errors that it answered. */
	readonly atErrors: number;
	/** Why it cannot be used; null when it can. */
	readonly reason: string | null;
}

/** Who is told what happens at a panel's modem. */
export interface ModemFollower {
	onModem?(event: ModemEvent): void;
	onMail?(event: MailEvent): void;
}

/** Nothing has been told yet. */
const untold: ModemAccount = {
	up: false,
	registered: false,
	dbm: null,
	restarts: 0,
	atErrors: 0,
	reason: "it is not open yet",
};

/**
 * The modem that a panel is connected to, for those who ask about it: the doctor,
 * the metrics, a test of somebody's phone.
 */
export class PanelModem {
	#modem: GsmModem | null = null;
	#url: string | null = null;
	#account: ModemAccount = untold;
	#starts = 0;
	readonly #followers = new Set<ModemFollower>();

	/** Null where the panel has none. */
	get url(): string | null {
		return this.#url;
	}

	get account(): ModemAccount {
		return this.#account;
	}

	/** A modem is there from now on. */
	connect(modem: GsmModem, url: string): void {
		this.#modem = modem;
		this.#url = url;
	}

	/** What it says about itself; null while it does not answer. */
	async facts(): Promise<ModemFacts | null> {
		return (await this.#modem?.info()) ?? null;
	}

	/** Takes an event of the modem. It is to get every one. */
	note(event: ModemEvent): void {
		if (event.type === "started") this.#starts += 1;
		this.#account = accountAfter(this.#account, event, this.#starts);
		for (const follower of [...this.#followers]) follower.onModem?.(event);
	}

	/** The modem has answered so many errors more. */
	noteErrors(count: number): void {
		const { atErrors } = this.#account;
		this.#account = { ...this.#account, atErrors: atErrors + count };
	}

	/** Takes what happens between the modem and the panel. It is to get everything. */
	noteMail(event: MailEvent): void {
		for (const follower of [...this.#followers]) follower.onMail?.(event);
	}

	/**
	 * Tells a follower each event from now on; it must not throw.
	 * @returns what ends it
	 */
	follow(follower: ModemFollower): () => void {
		this.#followers.add(follower);
		return () => void this.#followers.delete(follower);
	}
}

function accountAfter(
	account: ModemAccount,
	event: ModemEvent,
	starts: number,
): ModemAccount {
	switch (event.type) {
		case "opened":
			return { ...account, up: false, reason: "it does not answer yet" };
		case "open-failed":
			return { ...account, up: false, reason: event.reason };
		case "start-failed":
			return {
				...account,
				up: false,
				reason: `${event.reason}; ${event.advice}`,
			};
		case "lost":
			return {
				...account,
				up: false,
				registered: false,
				dbm: null,
				reason: event.reason,
			};
		case "started":
			return {
				...account,
				up: true,
				restarts: Math.max(0, starts - 1),
				reason: account.registered ? null : "it has no network yet",
			};
		case "coverage": {
			const registered = event.state === "found";
			return {
				...account,
				registered,
				reason: registered ? null : `no mobile network: ${event.registration}`,
			};
		}
		case "signal":
			return { ...account, dbm: event.dbm };
		default:
			return account;
	}
}
