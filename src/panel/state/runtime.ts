import type { AlarmKind } from "./alarm-kinds.ts";
import type { ReportEvent } from "./contact-id.ts";
import type { ArmedMode } from "./fields/modes.ts";
import type { OutgoingText, ReportDoubt } from "./leave.ts";
import type { LogEvent } from "./log-events.ts";
import type { Notice } from "./notice.ts";
import type { PlainWord } from "./remote-access.ts";
import type { TroubleName } from "./troubles.ts";

/**
 * What is going on, as plain data. A power cut loses only what the restart profile
 * says. Instants are milliseconds since 1970-01-01T00:00:00Z.
 */
export interface Runtime {
	/** `arming` while an exit delay runs; `into` then names the mode being entered. */
	readonly mode: "disarm" | "home" | "away" | "arming";
	readonly into: "home" | "away" | null;
	/** Which of the homes is meant by `home`; 1 on panels that have one. */
	readonly home: 1 | 2 | 3;
	/** Who armed, or is arming; null while disarmed. */
	readonly armedBy: ArmedBy | null;
	/** The entry delay that is running. */
	readonly entry: Entry | null;
	/** Alarms that nobody has ended by disarming. */
	readonly alarms: readonly Alarm[];
	/** Alarms since the last arming, ended or not. */
	readonly memory: readonly Alarm[];
	readonly siren: boolean;
	/** The zone of a cross zone alarm that waits for a second one. */
	readonly crossing: number | null;
	/** Zones that stand open, sorted: a fact of the house, also while the panel has no power to notice it. */
	readonly open: readonly number[];
	/** When each zone was last set off or came to rest, sorted by id. */
	readonly changed: readonly ZoneChange[];
	/** Zones that are left out until the next disarming or arming, sorted. */
	readonly leftOut: readonly number[];
	/** Burglar alarms by zone in this arming. */
	readonly trips: readonly Trips[];
	readonly troubles: readonly Trouble[];
	/** What the temporary code has done: it arms once and disarms once. */
	readonly temporary: "unused" | "armed" | "disarmed";
	/** A planned arming; its deadline says when. */
	readonly armAt: ArmAt | null;
	/** When the power was cut; null while there is power. */
	readonly cutAt: number | null;
	/** In the order in which they fall due: (due, kind, sequence). */
	readonly deadlines: readonly Deadline[];
	/** Reports that have not got through, in the order in which they were made. */
	readonly outbox: readonly Report[];
	/** Reports that were ever made. */
	readonly reports: number;
	/** Destinations that could not be reached when they were last tried. */
	readonly failing: readonly FailingDestination[];
	/** Numbers that wait for what the network says of the credit, in their order. */
	readonly creditFor: readonly string[];
	/** Texts that have not gone out yet, in their order. */
	readonly outgoing: readonly OutgoingText[];
	/** Notices to people that have not gone out yet, in their order. */
	readonly notices: readonly Notice[];
	/** How often alarms and troubles began lately, by event and zone. */
	readonly beginnings: readonly Beginnings[];
	/** When the last remote action was completed, for the minimum delay; null for never. */
	readonly lastRemote: number | null;
	readonly log: readonly LogEntry[];
	readonly guard: Guard;
}

/** Who armed, for the report when the mode is entered. */
export interface ArmedBy {
	readonly event: ReportEvent;
	/** Contact ID user number; 0 is the panel. */
	readonly user: number;
	/** False when this user's comings and goings are not reported. */
	readonly latch: boolean;
	/** Whether it came by SMS: people are then told what became of it. */
	readonly afar: boolean;
}

/** Who wants the panel to arm at a time. */
export interface ArmAt {
	/** The sender's number. */
	readonly from: string;
	/** Number of the user for whom it arms; 0 where there is none. */
	readonly user: number;
}

export interface Entry {
	/** The zone whose delay runs. */
	readonly zone: number;
	/** Other zones with an entry delay that were set off since; left out where there is none. */
	readonly others?: readonly number[] | undefined;
	/** Zones that raise an alarm when it ends without a disarming. */
	readonly waiting: readonly number[];
}

export interface Alarm {
	readonly kind: AlarmKind;
	/** 0 is the panel itself. */
	readonly zone: number;
	readonly at: number;
	/** Whether its end was reported. */
	readonly restored: boolean;
	/** Whether it was told before a test that began since; left out where none did. */
	readonly told?: true | undefined;
}

export interface ZoneChange {
	readonly id: number;
	readonly at: number;
}

export interface Trips {
	readonly id: number;
	readonly count: number;
}

export interface Trouble {
	readonly name: TroubleName;
	/** 0 is the panel itself. */
	readonly zone: number;
	readonly since: number;
	/** False when it went away while the panel had no power to notice. */
	readonly present: boolean;
	/** Whether it was reported, so that its end is too. */
	readonly told: boolean;
}

export type DeadlineKind =
	| "exit"
	| "entry"
	| "siren"
	| "cross-zone"
	| "settle"
	| "trouble"
	| "check-in"
	| "schedule"
	| "arm-at"
	| "report"
	| "untold"
	| "on-test";

export interface Deadline {
	readonly due: number;
	readonly kind: DeadlineKind;
	readonly sequence: number;
	/** Which of several: a trouble, a time of day, a report; "" where there is one. */
	readonly about: string;
}

/** Something that has to be told to a group of destinations. */
export interface Report {
	/** Number of the report; never used again. */
	readonly id: number;
	/** When it happened. */
	readonly at: number;
	readonly event: ReportEvent;
	/** Contact ID's qualifier: new event or opening, restore or closing. */
	readonly qualifier: "event" | "restore";
	/** Zone or user; 0 is the panel. */
	readonly subject: number;
	readonly group: number;
	/** Rounds through the group's destinations that failed. */
	readonly rounds: number;
	/** Destinations that failed in this round. */
	readonly failed: readonly number[];
	/** When it is to be sent. */
	readonly due: number;
	/** Destinations where it may have arrived; left out where there is none. */
	readonly doubts?: readonly ReportDoubt[] | undefined;
}

export interface FailingDestination {
	/** Number of the destination. */
	readonly id: number;
	/** When it failed first. */
	readonly since: number;
	/** How often it has failed since then. */
	readonly failures: number;
	/** Whether the log says so: what is silent leaves no trace there. */
	readonly logged: boolean;
}

/** How often an event of a zone, or of the panel, began and was told. */
export interface Beginnings {
	readonly event: ReportEvent;
	/** 0 is the panel. */
	readonly subject: number;
	/** When it began and was told, within an hour. */
	readonly times: readonly number[];
	/** Whether what was told last is a beginning: its end is then told too. */
	readonly begun: boolean;
	/** Since when it is held back that it has begun; null for nothing. */
	readonly untold: number | null;
}

/** Something that happened, for people. It holds no secrets. */
export interface LogEntry {
	/** Counts up from 1 and is never used again. */
	readonly sequence: number;
	readonly at: number;
	readonly event: LogEvent;
	/** What it is about, as `log-subject.ts` writes and reads it; "" for nothing. */
	readonly about: string;
	/** Who did it: `sms +15550101`, `keypad user 2`, `clock`. */
	readonly by: string;
}

/** What keeps strangers out. It survives restarts, except for the arm fault. */
export interface Guard {
	/** Who has sent the right keyword with a wrong code, and how often. */
	readonly wrongCodes: readonly WrongCodes[];
	/** Wrong codes in a row at the keypad. */
	readonly keypad: Misses | null;
	/** Wrong codes in a row over MQTT. */
	readonly mqtt: Misses | null;
	/** An arming that was refused for its faults and may be repeated. */
	readonly armFault: ArmFault | null;
	/** Fingerprints of texts that were heard, the latest last. */
	readonly seen: readonly string[];
	/** When each sender was heard within the last hour. */
	readonly heard: readonly HeardFrom[];
	/** Plain words that wait for a one-time code, one of each number. */
	readonly pending: readonly CodeRequest[];
	/** The time step of the code of each person that was accepted last. */
	readonly usedCodes: readonly UsedCode[];
	/** Numbers that are nobody's, the latest last; only where that is wanted. */
	readonly unknown: readonly UnknownSender[];
	/** When wrong codes came from numbers that are nobody's, within the last hour. */
	readonly strangers: readonly number[];
	/** When each number last got a line of help. */
	readonly courtesies: readonly HeardFrom[];
	/** When there were last too many wrong codes of strangers; null for never. */
	readonly spentAt: number | null;
	/** Tests of ways out: of the last minute, and over MQTT of the last day. */
	readonly tests: readonly TestTry[];
}

export interface TestTry {
	readonly way: "destination" | "person";
	readonly id: number;
	readonly at: number;
	/** Whether it was asked for over MQTT. */
	readonly mqtt: boolean;
}

export interface CodeRequest {
	/** Key of the sender that asked; the code has to come from the same. */
	readonly from: string;
	/** Id of the person whose number it is. */
	readonly person: number;
	readonly word: PlainWord;
	/** What follows the word, as it will be done. */
	readonly slots: readonly string[];
	/** When it was asked. */
	readonly at: number;
}

export interface UsedCode {
	/** Id of the person. */
	readonly person: number;
	/**
	 * RFC 6238's T: neither this one nor an earlier one is accepted again; while its time
	 * is still to come, as where the clock was set back, this one alone is not.
	 */
	readonly step: number;
}

export interface UnknownSender {
	readonly from: string;
	/** When it was heard last. */
	readonly at: number;
	readonly count: number;
}

export interface HeardFrom {
	/** Key of the sender. */
	readonly from: string;
	readonly times: readonly number[];
}

export interface Misses {
	readonly count: number;
	/** When the last one came. */
	readonly at: number;
}

export interface WrongCodes extends Misses {
	/** Key of the sender. */
	readonly from: string;
}

export interface ArmFault {
	readonly mode: ArmedMode;
	readonly via: "sms" | "keypad";
	/** Key of the sender; "" at the keypad. */
	readonly from: string;
	/** From then on a repeat is refused again. */
	readonly until: number;
}

/** Disarmed, with nothing going on. */
export const resting: Runtime = {
	mode: "disarm",
	into: null,
	home: 1,
	armedBy: null,
	entry: null,
	alarms: [],
	memory: [],
	siren: false,
	crossing: null,
	open: [],
	changed: [],
	leftOut: [],
	trips: [],
	troubles: [],
	temporary: "unused",
	armAt: null,
	cutAt: null,
	deadlines: [],
	outbox: [],
	reports: 0,
	failing: [],
	creditFor: [],
	outgoing: [],
	notices: [],
	beginnings: [],
	lastRemote: null,
	log: [],
	guard: {
		wrongCodes: [],
		keypad: null,
		mqtt: null,
		armFault: null,
		seen: [],
		heard: [],
		pending: [],
		usedCodes: [],
		unknown: [],
		strangers: [],
		courtesies: [],
		spentAt: null,
		tests: [],
	},
};
