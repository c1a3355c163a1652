import type { Glossary } from "../glossary/glossary.ts";

/**
 * What the panel tells people unasked, in one language: the glossary and the
 * sentences around its words. All of it is in the GSM-7 alphabet.
 */
export interface NoticePhrases extends Glossary {
	/** A zone with a name. */
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
	/** It is told no more for an hour, unless it lasts. */
	flaps(what: string, where: string): string;
	readonly restarted: string;
	/** Somebody guesses codes from a listed number. */
	guessing(number: string): string;
	/** Somebody guesses codes from numbers that are nobody's. */
	readonly strangers: string;
}
