import type { ChangeOf } from "../../parameters/field-group.ts";
import type { Keypad, KeypadRemote, MqttMode } from "./coded-event.ts";
import type { Attribute } from "./fields/attributes.ts";
import type { WantedMode } from "./fields/modes.ts";
import type { optionFields } from "./fields/options.ts";
import type { timerFields } from "./fields/timers.ts";
import type { Leave } from "./leave.ts";
import type {
	Language,
	NoticeKind,
	PlainWord,
	RemoteOptions,
	Right,
} from "./remote-access.ts";
import type { ArmAt } from "./runtime.ts";
import type { ReportGroup, Schedule } from "./state.ts";
import type { Store } from "./stored.ts";
import type { TroubleName } from "./troubles.ts";

/**
 * Everything that can happen to a panel, by SMS, clock, keypad or zone. In the
 * `set-…` events an undefined value changes nothing.
 */
export type PanelEvent = Happening & {
	/** Who or what makes it happen. */
	readonly by: Cause;
};

/** The events by their types. */
export type EventOf = {
	readonly [K in PanelEvent["type"]]: PanelEvent & { readonly type: K };
};

export type Cause =
	/**
	 * Somebody's text. `from` is the sender's number as the list writes it, else as the
	 * network does, "" when withheld; `key` is
	 * what the sender is counted by, where that is not `from`; `user` is whose code
	 * it was.
	 */
	| {
			readonly via: "sms";
			readonly from: string;
			readonly key?: string;
			readonly user?: number;
	  }
	/** A code at the keypad; without a user while nobody is known to have it. */
	| { readonly via: "keypad"; readonly user?: number }
	/** The house's own system, over MQTT; with a user where a code was given. */
	| { readonly via: "mqtt"; readonly user?: number }
	/** A contact that arms and disarms. */
	| { readonly via: "zone"; readonly zone: number }
	/** Time; `for` is the person who texted that it is to happen then. */
	| { readonly via: "clock"; readonly for?: ArmAt }
	/** The house itself: doors, mains, power. */
	| { readonly via: "site" }
	/** The owner, at the computer. */
	| { readonly via: "local" };

/** The number of the phone that it came from; "" where it came from none. */
export function phoneOf(by: Cause): string {
	return by.via === "sms" ? by.from : "";
}

/** The same cause with another user. */
export function asUser(by: Cause, user: number): Cause {
	return by.via === "sms" || by.via === "keypad" || by.via === "mqtt"
		? { ...by, user }
		: by;
}

/** Number of the user who did it; undefined where no user did. */
export function userOf(by: Cause): number | undefined {
	switch (by.via) {
		case "sms":
		case "keypad":
		case "mqtt":
			return by.user;
		case "clock":
			return by.for?.user || undefined;
		default:
			return undefined;
	}
}

export const clock: Cause = { via: "clock" };
export const site: Cause = { via: "site" };
export const local: Cause = { via: "local" };

/** What happens, without who did it. A command makes this. */
export type Happening =
	| SetUser
	| { readonly type: "delete-user"; readonly user: number }
	| SetCredentials
	| {
			readonly type: "set-access-code";
			readonly index: number;
			readonly code: string;
	  }
	| SetMode
	/** At the next such time in the panel's time zone it arms, once. */
	| { readonly type: "arm-at"; readonly hour: number; readonly minute: number }
	/** Takes back what is to arm at a time, and ends an exit delay. */
	| { readonly type: "cancel-arming" }
	/** A zone is left out until the next disarming, or is watched again. */
	| {
			readonly type: "bypass";
			readonly zone: number;
			readonly leaveOut: boolean;
	  }
	/** The network is to be asked for the credit; the answer goes to who asked. */
	| { readonly type: "ask-credit" }
	/** What a number that asked for the credit is to be told. */
	| {
			readonly type: "credit-known";
			readonly to: string;
			readonly text: string;
	  }
	/** The siren stops; the alarm stays. */
	| { readonly type: "mute" }
	/** Somebody was forced to ask for it. */
	| { readonly type: "duress" }
	| SetZone
	| AddDevice
	| { readonly type: "remove-device"; readonly zone: number }
	| SetTimers
	| SetDestination
	| { readonly type: "delete-destination"; readonly destination: number }
	| SetOptions
	| SetSchedule
	| { readonly type: "delete-schedule"; readonly schedule: number }
	| SetReporting
	| SetPerson
	| { readonly type: "remove-person"; readonly person: number }
	| SetRemote
	| Store
	| ZoneSignal
	| TroubleSignal
	| Keypad
	| KeypadRemote
	| MqttMode
	| { readonly type: "power"; readonly on: boolean }
	| Leave
	/** For so many minutes nothing is reported; 0 ends that. */
	| { readonly type: "on-test"; readonly minutes: number }
	/** A destination is to get a test report now. */
	| { readonly type: "test-report"; readonly destination: number }
	/** The panel does something once and keeps only a log entry. */
	| {
			readonly type: "act";
			readonly act: "test" | "scream" | "locate" | "reset-module";
	  }
	/** A message with the right keyword and a wrong code was ignored. */
	| {
			readonly type: "wrong-code";
			/** Whether the sender is a person on the list. */
			readonly listed: boolean;
	  }
	/** A message that could not be carried out was answered with ERROR. */
	| { readonly type: "refuse"; readonly word: string; readonly why: string }
	| Heard
	| AskCode
	/** The sender's request for a code is dropped. */
	| { readonly type: "drop-request" }
	/** A person's one-time code of this time step was accepted. */
	| {
			readonly type: "code-used";
			readonly person: number;
			readonly step: number;
	  }
	/** A number got a line of help. */
	| { readonly type: "courtesy" }
	/** A script was run; the events before say what it did. */
	| { readonly type: "script-run"; readonly script: string }
	/** A text came from a number that is nobody's. */
	| { readonly type: "unknown-sender" }
	| RemoteDone
	/** A text goes into the outbox. */
	| {
			readonly type: "queue-text";
			readonly to: string;
			readonly text: string;
			/** It says when it is of, should it leave late; left out for a program's. */
			readonly inWords?: true | undefined;
	  }
	/** A text that tests a person's phone goes into the outbox. */
	| {
			readonly type: "test-phone";
			/** Id of the person. */
			readonly person: number;
			readonly text: string;
	  }
	/** The panel's clock was set by so many milliseconds, back if negative. */
	| { readonly type: "clock-set"; readonly difference: number }
	/** Only time has passed: deadlines that fell due are met. */
	| { readonly type: "time" };

/** A text came over the network, whatever it says. */
export interface Heard {
	readonly type: "heard";
	readonly by: Cause;
	/** Tells it from every other text; null where the network gives nothing to tell by. */
	readonly fingerprint: string | null;
}

/** A plain word waits for a one-time code. */
export interface AskCode {
	readonly type: "ask-code";
	/** Id of the person who asked. */
	readonly person: number;
	readonly word: PlainWord;
	/** What follows the word, as it will be done. */
	readonly slots: readonly string[];
}

/** A person is added or changed. */
export interface SetPerson {
	readonly type: "set-person";
	/** Null takes the first free id. */
	readonly person: number | null;
	readonly name?: string | undefined;
	/** In the form by which numbers are compared. */
	readonly numbers?: readonly string[] | undefined;
	readonly user?: number | undefined;
	readonly can?: readonly Right[] | undefined;
	readonly enabled?: boolean | undefined;
	readonly notices?: readonly NoticeKind[] | undefined;
	readonly otpKey?: string | undefined;
	readonly language?: "" | Language | undefined;
}

export interface SetRemote {
	readonly type: "set-remote";
	readonly remote: Partial<RemoteOptions>;
}

/** A person has had something done from afar. */
export interface RemoteDone {
	readonly type: "remote-done";
	/** Id of the person. */
	readonly person: number;
	/** The word, or the name of the script. */
	readonly what: string;
	/** Zones that it was about. */
	readonly zones: readonly number[];
	/** Whether the next such action has to wait for the minimum delay. */
	readonly delayed: boolean;
}

export interface SetUser {
	readonly type: "set-user";
	readonly user: number;
	readonly pin?: string | undefined;
	readonly name?: string | undefined;
	readonly latch?: boolean | undefined;
}

export interface SetCredentials {
	readonly type: "set-credentials";
	readonly keyword?: string | undefined;
	readonly installerCode?: string | undefined;
}

export interface SetMode {
	readonly type: "set-mode";
	readonly mode: WantedMode;
	/**
	 * Whether it arms in spite of faults: true does at once, false does not by
	 * repetition. Undefined is refused once and arms when it is repeated.
	 */
	readonly force?: boolean | undefined;
}

export interface SetZone {
	readonly type: "set-zone";
	readonly zone: number;
	readonly name?: string | undefined;
	readonly attribute?: Attribute | undefined;
	readonly bypass?: "none" | "once" | "always" | undefined;
	readonly flag?: boolean | undefined;
	readonly option?: string | undefined;
	readonly entryDelay?: 1 | 2 | undefined;
	readonly crossZone?: boolean | undefined;
}

export interface AddDevice {
	readonly type: "add-device";
	/** Null takes the first free zone up to `lastZone`. */
	readonly zone: number | null;
	readonly lastZone: number;
	readonly rfId: string;
	readonly name?: string | undefined;
}

/** Where an entry delay of home is not given, it follows that of away. */
export interface SetTimers extends ChangeOf<typeof timerFields> {
	readonly type: "set-timers";
}

export interface SetOptions {
	readonly type: "set-options";
	readonly options: ChangeOf<typeof optionFields>;
}

export interface SetSchedule {
	readonly type: "set-schedule";
	readonly schedule: Schedule;
}

/** Undefined keeps; a group is put in place of what it was. */
export interface SetReporting {
	readonly type: "set-reporting";
	readonly group?: ReportGroup | undefined;
	readonly checkIn?: number | undefined;
	readonly checkInOffset?: number | undefined;
	readonly codes?: "climax" | "general" | undefined;
}

/**
 * What a device says; `trip` is an opening that ends by itself. The `found` signals
 * say how it stands when it is heard again, and not that it changed just now.
 */
export interface ZoneSignal {
	readonly type: "zone-signal";
	readonly zone: number;
	readonly signal: "open" | "close" | "trip" | "found-open" | "found-closed";
}

/** Something is out of order, or is in order again. */
export interface TroubleSignal {
	readonly type: "trouble";
	readonly trouble: TroubleName;
	/** 0 for the panel's own. */
	readonly zone: number;
	readonly present: boolean;
}

export interface SetDestination {
	readonly type: "set-destination";
	readonly destination: number;
	readonly url?: string | undefined;
	readonly group?: number | undefined;
	readonly level?: "all" | "alarm" | "status" | undefined;
	readonly carrier?: string | undefined;
}
