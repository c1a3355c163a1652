/** States that a panel of a model can be in, by chance. */
import fc from "fast-check";
import type { Limits } from "../../src/derive/bound-command.ts";
import type { ConfigurableModel } from "../../src/derive/config-schema.ts";
import { optionFields } from "../../src/panel/state/fields/options.ts";
import { INSTALLER } from "../../src/panel/state/fields/special-codes.ts";
import { timerFields } from "../../src/panel/state/fields/timers.ts";
import { fields } from "../../src/panel/state/fields.ts";
import { type LogEvent, logEvents } from "../../src/panel/state/log-events.ts";
import { plainWords } from "../../src/panel/state/remote-access.ts";
import { type Runtime, resting } from "../../src/panel/state/runtime.ts";
import type {
	Credentials,
	Destination,
	PanelState,
	Schedule,
	User,
	Zone,
} from "../../src/panel/state/state.ts";
import {
	type ModelSection,
	type StoredSections,
	sectionOf,
} from "../../src/panel/state/stored.ts";
import type { Field } from "../../src/parameters/field.ts";
import type { Value } from "../../src/parameters/kind.ts";
import { anyCharacter, valuesOfAll } from "./arbitraries.ts";
import { numbered, of } from "./field-values.ts";
import { ownedBy, remote } from "./remote-states.ts";

/** States that a panel of a model can be in, as far as its fields say so. */
export function aStateOf(model: ConfigurableModel): fc.Arbitrary<PanelState> {
	const { limits, sections } = model;
	// One record, made once: what follows from other parts is put right afterwards.
	// Arbitraries that are made anew for each state take longer than the states.
	return fc
		.record({
			model: fc.constantFrom(model.name, ...(model.aliases ?? [])),
			people: fc
				.record({ credentials: credentials(limits), users: users(limits) })
				.filter(({ credentials, users }) =>
					users.every(({ pin }) => pin !== credentials.installerCode),
				),
			zones: zones(limits),
			timers: fc.record(valuesOfAll(timerFields, limits)),
			options: fc.record({
				...valuesOfAll(optionFields, limits),
				timeZone: fc.constantFrom("UTC", "Europe/Berlin", "America/Lima"),
			}),
			schedules: schedules(limits),
			reporting: fc.record({
				destinations: destinations(limits),
				groups: numbered(
					of(fields.reportGroup, limits),
					fc.record({
						kind: of(fields.groupKind, limits),
						retries: of(fields.groupRetries, limits),
					}),
					() => Symbol("any two may be alike"),
				),
				checkIn: of(fields.checkIn, limits),
				checkInOffset: of(fields.checkInOffset, limits),
				codes: of(fields.reportCodes, limits),
			}),
			remote: remote(limits),
			stored: storedSections(sections, limits),
			runtime: runtime(limits),
		})
		.map(({ people: { credentials, users }, remote, ...state }) => ({
			...state,
			credentials,
			users,
			remote: ownedBy(users, remote),
		}));
}

/** As a setting that may never have been touched. */
function setting<T extends Value>(
	field: Field<T>,
	limits: Limits,
): fc.Arbitrary<T> {
	return fc.oneof(of(field, limits), fc.constant(field.initial));
}

function storedSections(
	sections: readonly ModelSection[],
	limits: Limits,
): fc.Arbitrary<StoredSections> {
	const each = sections.map((section): [string, fc.Arbitrary<unknown>] => {
		const [name, group] = sectionOf(section);
		return [name, fc.record<object>(valuesOfAll(group, limits))];
	});
	return fc.record(Object.fromEntries(each)) as fc.Arbitrary<StoredSections>;
}

function credentials(limits: Limits): fc.Arbitrary<Credentials> {
	return fc.record({
		keyword: of(fields.keyword, limits),
		installerCode: of(fields.installerCode, limits),
		accessCodes: numbered(
			of(fields.accessNumber, limits),
			fc.record({ code: of(fields.accessCode, limits) }),
			({ code }) => code,
			1,
		),
	});
}

function users(limits: Limits): fc.Arbitrary<readonly User[]> {
	return numbered(
		// The installer's code, number 99, lives with the credentials.
		of(fields.userNumber, limits).filter((id) => id !== INSTALLER),
		fc.record({
			name: setting(fields.userName, limits),
			pin: of(fields.userPin, limits),
			latch: of(fields.latch, limits),
		}),
		({ pin }) => pin,
		1,
	);
}

function zones(limits: Limits): fc.Arbitrary<readonly Zone[]> {
	return numbered(
		of(fields.zoneNumber, limits),
		fc.record({
			rfId: fc.oneof(
				of(fields.rfId, limits),
				of(fields.pendantId, limits),
				fc.constant(""),
			),
			type: of(fields.deviceType, limits),
			attribute: of(fields.attribute, limits),
			name: setting(fields.zoneName, limits),
			bypass: of(fields.bypass, limits),
			flag: of(fields.deviceFlag, limits),
			option: of(fields.deviceOption, limits),
			entryDelay: of(fields.entryDelay, limits),
			crossZone: of(fields.crossZone, limits),
		}),
		({ rfId, ...zone }) => (rfId === "" ? zone : rfId),
	);
}

function schedules(limits: Limits): fc.Arbitrary<readonly Schedule[]> {
	const modes = (limits[fields.mode.name] ?? fields.mode.kind).shape;
	return numbered(
		of(fields.scheduleNumber, limits),
		fc.record({
			hour: of(fields.scheduleHour, limits),
			minute: of(fields.scheduleMinute, limits),
			mode: of(fields.scheduleMode, limits).filter(
				(mode) =>
					modes.type === "choice" &&
					modes.options.some(({ value }) => value === mode),
			),
		}),
		() => Symbol("any two may be alike"),
	);
}

function destinations(limits: Limits): fc.Arbitrary<readonly Destination[]> {
	return numbered(
		of(fields.destinationNumber, limits),
		fc.record({
			url: of(fields.destination, limits),
			group: of(fields.reportGroup, limits),
			level: of(fields.reportLevel, limits),
			carrier: fc.oneof(of(fields.reportType, limits), fc.constant("")),
		}),
		(destination) => destination,
	);
}

function runtime(limits: Limits): fc.Arbitrary<Runtime> {
	const instant = fc.integer({ min: 0, max: 8.64e15 });
	return fc
		.record({
			target: of(fields.mode, limits),
			due: fc.option(instant),
			outgoing: fc.array(fc.record({ to: fc.string(), text: fc.string() })),
			seen: fc.array(fc.string()),
			heard: fc.array(
				fc.record({ from: fc.string(), times: fc.array(instant) }),
			),
			log: fc.array(
				fc.record({
					at: instant,
					event: fc.constantFrom(...Object.keys(logEvents).filter(isLogEvent)),
					about: fc.string({ unit: anyCharacter }),
					by: fc.string(),
				}),
			),
			notices: fc.array(
				fc.record({
					person: of(fields.personNumber, limits),
					at: instant,
					about: fc.constantFrom("done", "alarm", "trouble-over", "guessing"),
					what: fc.string(),
					subject: fc.integer({ min: 0, max: 999 }),
					zones: fc.array(fc.integer({ min: 1, max: 999 })),
					by: fc.string(),
				}),
			),
			lastRemote: fc.option(instant),
			changed: numbered(
				of(fields.zoneNumber, limits),
				fc.record({ at: instant }),
				() => Symbol("any two may be alike"),
			),
			pending: fc.array(
				fc.record({
					from: fc.string(),
					person: of(fields.personNumber, limits),
					word: fc.constantFrom(...plainWords),
					slots: fc.array(fc.string()),
					at: instant,
				}),
			),
			usedCodes: fc.array(
				fc.record({
					person: of(fields.personNumber, limits),
					step: fc.nat(),
				}),
			),
			unknown: fc.array(
				fc.record({
					from: fc.string(),
					at: instant,
					count: fc.integer({ min: 1 }),
				}),
			),
			strangers: fc.array(instant),
			courtesies: fc.array(
				fc.record({ from: fc.string(), times: fc.array(instant) }),
			),
			spentAt: fc.option(instant),
			tests: fc.array(
				fc.record({
					way: fc.constantFrom("destination" as const, "person" as const),
					id: fc.integer({ min: 1, max: 20 }),
					at: instant,
					mqtt: fc.boolean(),
				}),
			),
			wrongCodes: fc.uniqueArray(
				fc.record({
					from: fc.string(),
					count: fc.integer({ min: 1 }),
					at: instant,
				}),
				{ selector: ({ from }) => from },
			),
		})
		.map(
			({
				target,
				due,
				outgoing,
				log,
				notices,
				lastRemote,
				changed,
				...guard
			}) => ({
				...resting,
				...modes(target, due),
				lastRemote,
				changed,
				notices: notices.map((notice, at) => ({ id: at + 1, ...notice })),
				outgoing: outgoing.map((text, at) => ({ id: at + 1, ...text })),
				log: log.map((entry, at) => ({ sequence: at + 1, ...entry })),
				guard: { ...resting.guard, ...guard },
			}),
		);
}

function isLogEvent(word: string): word is LogEvent {
	return Object.hasOwn(logEvents, word);
}

const homes = { away: 1, "home-1": 1, "home-2": 2, "home-3": 3 } as const;

/** A mode, or the exit delay that leads to it and ends at `due`. */
function modes(
	target: "disarm" | "away" | "home-1" | "home-2" | "home-3",
	due: number | null,
): Pick<Runtime, "mode" | "into" | "home" | "deadlines"> {
	if (target === "disarm")
		return { mode: "disarm", into: null, home: 1, deadlines: [] };
	const into = target === "away" ? "away" : "home";
	const home = homes[target];
	if (due === null) return { mode: into, into: null, home, deadlines: [] };
	const deadlines = [{ due, kind: "exit", sequence: 1, about: "" }] as const;
	return { mode: "arming", into, home, deadlines };
}
