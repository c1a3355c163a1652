import type { ModemEvent } from "../../modem/link/modem-event.ts";
import type { Clock } from "../../time/clock.ts";

/** Longest silence about a modem that does not work, in milliseconds. */
const REMIND = 60_000;

export interface ModemWaitingParts {
	/** URL of the modem. */
	readonly modem: string;
	readonly clock: Clock;
	/** Told what the panel waits for: `/dev/ttyUSB0: no such file`. */
	readonly remind: (reason: string) => void;
}

/**
 * Reminds people once a minute of what a panel waits for, until its modem works
 * and has a network. Events of the modem say it too, but a port that never opens
 * or a SIM without its PIN gives none.
 */
export class ModemWaiting {
	readonly #parts: ModemWaitingParts;
	#reason: string | null;
	#cancel: () => void = () => {};

	constructor(parts: ModemWaitingParts) {
		this.#parts = parts;
		this.#reason = `${parts.modem} is not open yet`;
		this.#askToRemind();
	}

	/** Learns from an event of the modem whether it works. */
	note(event: ModemEvent): void {
		const reason = reasonAfter(event);
		if (reason === undefined) return;
		this.#reason = reason;
		this.#askToRemind();
	}

	close(): void {
		this.#cancel();
	}

	#askToRemind(): void {
		const { clock, remind } = this.#parts;
		this.#cancel();
		const reason = this.#reason;
		if (reason === null) return;
		this.#cancel = clock.at(clock.now() + REMIND, () => {
			remind(reason);
			this.#askToRemind();
		});
	}
}

/** Why the modem cannot be used after an event; null when it can; undefined when the event does not tell. */
function reasonAfter(event: ModemEvent): string | null | undefined {
	switch (event.type) {
		case "opened":
			return `${event.name} is open, the modem does not answer yet`;
		case "open-failed":
			return event.reason;
		case "start-failed":
			return `${event.name}: ${event.reason}; ${event.advice}`;
		case "lost":
			return `${event.name}: ${event.reason}`;
		case "started":
			return null;
		case "coverage":
			return event.state === "found"
				? null
				: [`no mobile network: ${event.registration}`]
						.concat(event.advice ?? [])
						.join("; ");
		default:
			return undefined;
	}
}
