import type { Attribute } from "./attributes.ts";
import { fields } from "./fields.ts";
import { type Section, type StoredValues, storedInitially } from "./stored.ts";

/**
 * Everything that a panel remembers, as plain data: what is programmed and, in
 * `runtime`, what is going on. It is the configuration file's content. Lists
 * are sorted by id. Instants are milliseconds since 1970-01-01T00:00:00Z.
 */
export interface PanelState {
	/** Name of the model. What a model allows is not this room's business. */
	readonly model: string;
	readonly credentials: Credentials;
	readonly users: readonly User[];
	readonly zones: readonly Zone[];
	readonly timers: Timers;
	readonly reporting: Reporting;
	readonly stored: { readonly [S in Section]?: StoredValues };
	readonly runtime: Runtime;
}

/** What lets a message in. Models use one of the three kinds of code. */
export interface Credentials {
	readonly keyword: string;
	readonly installerCode: string;
	readonly accessCodes: readonly AccessCode[];
}

export interface AccessCode {
	readonly id: number;
	readonly code: string;
}

/** Ids 95 to 98 are the guard, master, temporary and duress codes. */
export interface User {
	readonly id: number;
	/** "" for none. */
	readonly name: string;
	readonly pin: string;
	readonly latch: boolean;
}

/** A zone that has a device; the others are not listed. */
export interface Zone {
	readonly id: number;
	/** Hexadecimal, or digits in the Mobile family; "" when learned at the panel. */
	readonly rfId: string;
	readonly type: number;
	readonly attribute: Attribute;
	readonly name: string;
	readonly bypass: "none" | "once" | "always";
	readonly flag: boolean;
	readonly option: string;
}

/** Seconds; the siren in minutes. */
export interface Timers {
	readonly exitAway: number;
	readonly exitHome: number;
	readonly entry1: number;
	readonly entry2: number;
	readonly siren: number;
}

export interface Reporting {
	readonly destinations: readonly Destination[];
}

export interface Destination {
	readonly id: number;
	readonly url: string;
	readonly group: number;
	readonly level: "all" | "alarm" | "status";
	/** How the Mobile family carries the report; "" where the URL says it. */
	readonly carrier: string;
}

/** `arming` while an exit delay runs; `into` then names the mode being entered. */
export interface Runtime {
	readonly mode: "disarm" | "home" | "away" | "arming";
	readonly into: "home" | "away" | null;
	/** Which of the homes is meant by `home`; 1 on panels that have one. */
	readonly home: 1 | 2 | 3;
	/** In the order in which they fall due: (due, kind, sequence). */
	readonly deadlines: readonly Deadline[];
	/** Texts that have not gone out yet, in their order. */
	readonly outgoing: readonly OutgoingText[];
	readonly log: readonly LogEntry[];
	readonly guard: Guard;
}

export interface Deadline {
	readonly due: number;
	readonly kind: "exit";
	readonly sequence: number;
}

export interface OutgoingText {
	readonly id: number;
	readonly to: string;
	readonly text: string;
}

/** Something that happened, for people. It holds no secrets. */
export interface LogEntry {
	/** Counts up from 1 and is never used again. */
	readonly sequence: number;
	readonly at: number;
	/** A stable word: `armed`, `programmed`, `wrong-code`. */
	readonly event: string;
	/** What it is about: a path, a command word, a zone; "" when plain. */
	readonly about: string;
	/** Who did it: `sms +15550101`, `clock`. */
	readonly by: string;
}

/** Who has come with the right keyword and a wrong code, and how often. */
export interface Guard {
	readonly wrongCodes: readonly WrongCodes[];
	/** Fingerprints of texts that were heard, the latest last. */
	readonly seen: readonly string[];
	/** When each sender was heard within the last hour. */
	readonly heard: readonly HeardFrom[];
}

export interface HeardFrom {
	readonly from: string;
	readonly times: readonly number[];
}

export interface WrongCodes {
	readonly from: string;
	readonly count: number;
	/** When the last one came. */
	readonly at: number;
}

/** A panel fresh from the factory, with the stored sections that its model has. */
export function factoryState(
	model: string,
	sections: readonly Section[],
): PanelState {
	return {
		model,
		credentials: {
			keyword: fields.keyword.initial,
			installerCode: fields.installerCode.initial,
			accessCodes: [{ id: 1, code: fields.accessCode.initial }],
		},
		users: [
			{
				id: 1,
				name: fields.userName.initial,
				pin: fields.userPin.initial,
				latch: fields.latch.initial,
			},
		],
		zones: [],
		timers: {
			exitAway: fields.exitAway.initial,
			exitHome: fields.exitHome.initial,
			entry1: fields.entry1.initial,
			entry2: fields.entry2.initial,
			siren: fields.siren.initial,
		},
		reporting: { destinations: [] },
		stored: Object.fromEntries(
			sections.map((section) => [section, storedInitially(section)]),
		),
		runtime: {
			mode: "disarm",
			into: null,
			home: 1,
			deadlines: [],
			outgoing: [],
			log: [],
			guard: { wrongCodes: [], seen: [], heard: [] },
		},
	};
}
