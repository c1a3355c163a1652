import type { MessageClass } from "../../sms/data-coding-scheme.ts";
import type { Tie } from "../../sms/segments.ts";
import { type AtTimeouts, usualTimeouts } from "../at/at-session.ts";

/** How a modem is used. Times are in milliseconds. */
export interface ModemSettings {
	/** The SIM's PIN, entered once where the SIM asks; a wrong one is never tried again. */
	readonly pin: string | null;
	/** Command lines that the modem is given at start: `AT^CURC=0`. A refusal is a warning. */
	readonly init: readonly string[];
	/** The service centre's number (`+316…`); null leaves what the SIM says. */
	readonly smsc: string | null;
	/** Text mode is for modems without PDU mode: it cannot tie parts together. */
	readonly mode: "pdu" | "text";
	/** Where received messages are kept: `SM`, `ME` …, or what the modem offers best. */
	readonly storage: string;
	/** Off: what is stored stays where it is, unread. */
	readonly receiveEnabled: boolean;
	/**
	 * How messages come: the modem says where one lies (+CMTI), hands it over
	 * (+CMT; one that is acknowledged is nowhere but here), or is asked.
	 */
	readonly receive: "indication" | "direct" | "polling";
	/** At least {@link leastPollInterval}. */
	readonly pollInterval: number;
	/**
	 * What becomes of a message once it is durable. With `keep`, what the modem
	 * marks as read counts as done at the next start: one that was read and not
	 * made durable before a crash is not acted on then.
	 */
	readonly afterRead: "delete" | "keep";
	/** Whether a full storage makes room by deleting the oldest messages that are done. */
	readonly autoErase: boolean;
	/** How many messages may lie in the storage; null is all that it holds. */
	readonly limit: number | null;
	/** Ask for delivery reports. */
	readonly statusReport: boolean;
	/** As `splitText` takes it; null is as many as fit. */
	readonly cut: number | null;
	readonly tie: Tie;
	readonly class: MessageClass | null;
	/**
	 * Minutes for which the service centre keeps trying to deliver, as TP-VP can say it;
	 * null leaves it to the centre, and in text mode is a day.
	 */
	readonly validity: number | null;
	/** Tries for each SMS. */
	readonly attempts: number;
	/** Before the second try, the third …; the last one repeats. */
	readonly backoff: readonly number[];
	/** How long a message waits for the modem and its network. */
	readonly sendPatience: number;
	/** How long a starting SIM is waited for. */
	readonly simPatience: number;
	/** Between two looks at network, signal and storage. */
	readonly checkInterval: number;
	/** How long the network may be away before that is coverage lost. */
	readonly coverageGrace: number;
	/** Before the first reopening, the second …; the last one repeats. */
	readonly reopen: readonly number[];
	readonly timeouts: AtTimeouts;
}

/** Polling faster than this keeps a modem from its work. */
export const leastPollInterval = 2000;

export const usualSettings: ModemSettings = {
	pin: null,
	init: [],
	smsc: null,
	mode: "pdu",
	storage: "auto",
	receiveEnabled: true,
	receive: "indication",
	pollInterval: 10_000,
	afterRead: "delete",
	autoErase: false,
	limit: null,
	statusReport: true,
	cut: null,
	tie: "8-bit",
	class: null,
	validity: null,
	attempts: 3,
	backoff: [5000, 15_000, 45_000],
	sendPatience: 5 * 60_000,
	simPatience: 60_000,
	checkInterval: 30_000,
	coverageGrace: 60_000,
	reopen: [1000, 2000, 5000, 10_000, 30_000],
	timeouts: usualTimeouts,
};

/** Complete settings, and a warning for each wish that cannot be met. */
export interface CheckedSettings {
	readonly settings: ModemSettings;
	readonly warnings: readonly string[];
}

/** Fills in what is left out and corrects what is not possible. Total. */
export function checkSettings(wanted: Partial<ModemSettings>): CheckedSettings {
	const settings = { ...usualSettings, ...wanted };
	const warnings: string[] = [];
	const interval = Math.max(settings.pollInterval, leastPollInterval);
	if (interval !== settings.pollInterval) {
		warnings.push(
			`polling every ${settings.pollInterval} ms is too often: it is every ${interval} ms`,
		);
	}
	const pin = settings.pin !== null && /^\d{4,8}$/.test(settings.pin);
	if (settings.pin !== null && !pin) {
		warnings.push("the PIN is not four to eight digits: it is not entered");
	}
	return {
		settings: {
			...settings,
			pollInterval: interval,
			pin: pin ? settings.pin : null,
			attempts: Math.max(1, settings.attempts),
		},
		warnings,
	};
}
