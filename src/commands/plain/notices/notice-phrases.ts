import type { ReportEvent } from "../../../panel/state/contact-id.ts";

/** What people are told of: alarms and troubles, as reports have them. */
export type ToldEvent = Exclude<
	ReportEvent,
	| "duress"
	| "silent-panic"
	| "cross-zone"
	| "cross-zone-timeout"
	| "arm-fault"
	| "open-at-exit"
	| "noted"
	| "remote"
	| "keypad"
	| "set-unset"
	| "by-clock"
	| "home"
	| "test"
	| "cancel"
	| "restart"
>;

/** What the panel tells people unasked, in one language; all in the GSM-7 alphabet. */
export interface NoticePhrases {
	/** A zone without a name. */
	zone(id: number): string;
	/** A zone with one. */
	named(id: number, name: string): string;
	/** Somebody has had something done. */
	done(who: string, word: string): string;
	entered(mode: "away" | "home"): string;
	leftOut(zones: string): string;
	notEntered(mode: "away" | "home"): string;
	/** The panel did not arm at its time: an alarm, no power, or its clock was set past it. */
	prevented(mode: "away" | "home", by: "alarm" | "power" | "clock"): string;
	/** `where` is "" for the panel itself. */
	alarm(what: string, where: string): string;
	alarmOver(what: string, where: string): string;
	/** Somebody has disarmed while there was an alarm. */
	readonly cancelled: string;
	trouble(what: string, where: string): string;
	troubleOver(what: string, where: string): string;
	readonly restarted: string;
	/** Somebody guesses codes from a listed number. */
	guessing(number: string): string;
	/** Somebody guesses codes from numbers that are nobody's. */
	readonly strangers: string;
	readonly events: { readonly [E in ToldEvent]: string };
}
