import type { LogEvent } from "../../../panel/state/log-events.ts";
import type {
	Confirmation,
	PlainWord,
} from "../../../panel/state/remote-access.ts";
import type { Glossary, ToldMode } from "../glossary/glossary.ts";

/** Log entries of which people are told, as the log has them. */
export type ToldEntry = Extract<
	LogEvent,
	| "alarm"
	| "arm-at"
	| "arm-at-cancelled"
	| "arm-at-missed"
	| "arm-fault"
	| "armed"
	| "arming"
	| "cancelled"
	| "disarmed"
	| "forced"
	| "left-out"
	| "muted"
	| "power-cut"
	| "programmed"
	| "restarted"
	| "trouble"
	| "restored"
	| "wrong-code"
	| "zone-omitted"
	| "zone-watched"
>;

/**
 * What the panel answers people, in one language: the glossary and the sentences
 * around its words. All of it is in the GSM-7 alphabet, and every sentence ends
 * with its own full stop.
 */
export interface Phrases extends Glossary {
	/** How many more there are than a text has room for. */
	more(count: number): string;
	readonly log: { readonly [E in ToldEntry]: string };
	/** Who did it, behind what was done. */
	doneBy(who: string): string;
	/** Somebody at the keypad whose name the panel does not know. */
	readonly keypad: string;

	/** Heads of lists: zones, alarms, troubles follow. */
	readonly heads: {
		readonly open: string;
		readonly leftOut: string;
		readonly alarms: string;
		/** Alarms that were ended; they stay in the memory. */
		readonly memory: string;
		readonly troubles: string;
		readonly zones: string;
		readonly faults: string;
	};
	readonly noZones: string;
	/** How long a zone is open or closed: `when` as `22:30` or `21/11 22:30`. */
	since(when: string): string;
	/** What stands in place of an empty list. */
	readonly none: string;
	readonly noDevice: string;
	arming(mode: "home" | "away"): string;
	readonly siren: { readonly on: string; readonly off: string };
	readonly noLog: string;

	/** The exit delay of a mode runs. */
	leaving(mode: "home" | "away", seconds: number): string;
	/** An entry delay runs. */
	entering(seconds: number): string;
	armed(mode: "home" | "away"): string;
	already(mode: ToldMode): string;
	readonly disarmed: string;
	readonly notArmed: string;
	readonly howToForce: string;
	readonly disarmFirst: string;
	/** `when` as `21/11 22:30`. */
	willArm(when: string): string;
	willNotArm(when: string): string;
	readonly cancelled: string;
	readonly nothingToCancel: string;
	readonly sirenOn: string;
	/** The panel is on test; `until` as `22:30` or `21/11 22:30`. */
	onTest(until: string): string;
	readonly muted: string;
	readonly sirenIsOff: string;
	leftOut(zone: string): string;
	watched(zone: string): string;
	readonly wrongZone: string;
	readonly wrongTime: string;
	readonly creditAsked: string;
	readonly noCreditCode: string;
	credit(answer: string): string;
	readonly noCredit: string;
	readonly remoteOff: string;

	/** What a word needs besides, at the end of its help. */
	readonly confirmedBy: { readonly [C in Confirmation]: string };
	/** What a word will do, as a question's subject: `bypass 3 Window`. */
	readonly actions: {
		arm(mode: "home" | "away"): string;
		force(without: string): string;
		armAt(when: string): string;
		readonly cancel: string;
		readonly disarm: string;
		readonly mute: string;
		bypass(zone: string): string;
		unbypass(zone: string): string;
		readonly disable: string;
		/** Something is only asked for. */
		ask(word: string): string;
	};
	/** The question for a one-time code. */
	prompt(action: string): string;
	needsPin(form: string): string;
	needsCode(word: string): string;
	readonly wrongCode: string;
	readonly notDone: string;
	/** The end of a failure's answer, for people who may use STATUS. */
	readonly checkFirst: string;
	/** And for who may not. */
	readonly checkThere: string;
	mayNot(word: string): string;
	readonly switchedOff: string;
	/** A text that only shows that texts arrive. */
	readonly phoneTest: string;
	tooSoon(minutes: number): string;
	tooOld(minutes: number): string;
	notUnderstood(form: string): string;
	/** What would be right has more text below it, such as a signature. */
	textBelow(form: string): string;
	readonly helpLine: string;
	/** HELP alone: the words follow. */
	helpList(words: string): string;
	noSuchWord(word: string): string;
	/** A text that is nearly a word of ours. */
	didYouMean(word: string): string;
	/** What a word does; its form stands in front of it. */
	readonly help: { readonly [W in PlainWord]: string };
}
