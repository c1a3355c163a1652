import { initialValues, type ValuesOf } from "../../parameters/field-group.ts";
import type { Attribute } from "./fields/attributes.ts";
import type { ArmedMode } from "./fields/modes.ts";
import { optionFields } from "./fields/options.ts";
import { timerFields } from "./fields/timers.ts";
import { fields } from "./fields.ts";
import { nobody, type RemoteAccess } from "./remote-access.ts";
import { type Runtime, resting } from "./runtime.ts";
import {
	type ModelSection,
	type StoredSections,
	storedInitially,
} from "./stored.ts";

/**
 * Everything that a panel remembers, as plain data: what is programmed and, in
 * `runtime`, what is going on. The configuration file holds it. Lists are sorted
 * by id. Instants are milliseconds since 1970-01-01T00:00:00Z.
 */
export interface PanelState {
	/** Name of the model. `models/` says what it allows. */
	readonly model: string;
	readonly credentials: Credentials;
	readonly users: readonly User[];
	readonly zones: readonly Zone[];
	readonly timers: Timers;
	readonly options: Options;
	readonly schedules: readonly Schedule[];
	readonly reporting: Reporting;
	readonly remote: RemoteAccess;
	readonly stored: StoredSections;
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
	/** Which of the entry delays it starts. */
	readonly entryDelay: 1 | 2;
	/** Whether a second such zone has to confirm its burglar alarm. */
	readonly crossZone: boolean;
}

/** Seconds; the siren and the mains report in minutes. */
export type Timers = ValuesOf<typeof timerFields>;

/** How the panel behaves, as far as that can be chosen. */
export type Options = ValuesOf<typeof optionFields>;

/** A time of day at which the panel arms, in its time zone. */
export interface Schedule {
	readonly id: number;
	readonly hour: number;
	readonly minute: number;
	readonly mode: ArmedMode;
}

export interface Reporting {
	readonly destinations: readonly Destination[];
	/** Groups that are not as the factory has them. */
	readonly groups: readonly ReportGroup[];
	/** Hours between test reports; 0 is off. */
	readonly checkIn: number;
	/** Hours to the first one. */
	readonly checkInOffset: number;
	/** Which list of Contact ID codes reports use. */
	readonly codes: "climax" | "general";
}

export interface ReportGroup {
	readonly id: number;
	readonly kind: "essential" | "optional";
	/** Rounds through its destinations before it counts as failed. */
	readonly retries: 1 | 3 | 5 | 10 | 99;
}

export interface Destination {
	readonly id: number;
	readonly url: string;
	readonly group: number;
	readonly level: "all" | "alarm" | "status";
	/** How the Mobile family carries the report; "" where the URL says it. */
	readonly carrier: string;
}

/** A panel fresh from the factory, with the stored sections that its model has. */
export function factoryState(
	model: string,
	sections: readonly ModelSection[],
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
		timers: initialValues(timerFields),
		options: initialValues(optionFields),
		schedules: [],
		reporting: {
			destinations: [],
			groups: [],
			checkIn: fields.checkIn.initial,
			checkInOffset: fields.checkInOffset.initial,
			codes: fields.reportCodes.initial,
		},
		remote: nobody,
		stored: storedInitially(sections),
		runtime: resting,
	};
}

/**
 * The state with another runtime. The members are written out so that V8 gives
 * every copy the same shape: copying is then several times faster than by spread.
 */
export function withRuntime(state: PanelState, runtime: Runtime): PanelState {
	return {
		model: state.model,
		credentials: state.credentials,
		users: state.users,
		zones: state.zones,
		timers: state.timers,
		options: state.options,
		schedules: state.schedules,
		reporting: state.reporting,
		remote: state.remote,
		stored: state.stored,
		runtime,
	};
}
