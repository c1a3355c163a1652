import { GsmModem } from "../modem/gsm-modem.ts";
import type { ModemEvent } from "../modem/link/modem-event.ts";
import type { ModemSettings } from "../modem/link/modem-settings.ts";
import type { StartFacts } from "../modem/link/start-up.ts";
import { keepAlive } from "../time/keep-alive.ts";
import { faultError, ModemLineError } from "./modem-line-error.ts";
import { type ModemOpenerParts, modemOpener } from "./modem-opener.ts";
import type { ModemPlace } from "./modem-url.ts";
import { pinGuard } from "./pin-guard.ts";

export interface StartedModemParts extends ModemOpenerParts {
	readonly place: ModemPlace;
	readonly settings: Partial<ModemSettings>;
	readonly onEvent: (event: ModemEvent) => void;
	/** Ends the wait for the modem to be ready. */
	readonly signal: AbortSignal;
}

/**
 * Hands a modem that is set up to `use`, and lets go of it when that is over.
 * @throws ModemLineError where it cannot be had, with what to do
 */
export async function withStartedModem<T>(
	parts: StartedModemParts,
	use: (modem: GsmModem, facts: StartFacts) => Promise<T>,
): Promise<T> {
	const { place, settings, onEvent, clock, signal } = parts;
	const open = modemOpener(place, parts);
	const letEnd = keepAlive();
	try {
		// Opened here the first time, so that a failure ends the verb; later the
		// driver opens the line again by itself.
		let line = await open();
		let taken = false;
		let ready = false;
		let hopeless = false;
		const modem = new GsmModem({
			async open() {
				if (taken) line = await open();
				taken = true;
				return line;
			},
			clock,
			settings,
			pins: pinGuard(clock),
			onEvent(event) {
				// The fault that ends the verb is told once, by its error.
				hopeless ||= !ready && event.type === "start-failed";
				if (!hopeless) onEvent(event);
			},
		});
		try {
			const started = await Promise.race([modem.started, aborted(signal)]);
			if (started === null)
				throw new ModemLineError(
					`${line.name}: the modem was not ready in time`,
					"a longer --timeout waits for it; modem info says what it lacks",
				);
			if (!started.ok) throw faultError(started.fault);
			ready = true;
			return await use(modem, started.facts);
		} finally {
			await modem.close();
		}
	} finally {
		letEnd();
	}
}

/** Resolves to null when the signal says so. */
export function aborted(signal: AbortSignal): Promise<null> {
	return new Promise((resolve) => {
		if (signal.aborted) resolve(null);
		signal.addEventListener("abort", () => resolve(null), { once: true });
	});
}
