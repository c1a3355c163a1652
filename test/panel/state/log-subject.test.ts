import fc from "fast-check";
import { expect, test } from "vitest";
import {
	type AlarmKind,
	alarmKinds,
} from "../../../src/panel/state/alarm-kinds.ts";
import type { LogEvent } from "../../../src/panel/state/log-events.ts";
import {
	readSubject,
	type SubjectOf,
	subjectText,
} from "../../../src/panel/state/log-subject.ts";
import {
	type TroubleName,
	troubles,
} from "../../../src/panel/state/troubles.ts";

const burglary = { event: "burglar", qualifier: "event", subject: 3 } as const;
const closing = {
	event: "keypad",
	qualifier: "restore",
	subject: 995,
} as const;
const periodicTest = { event: "test", qualifier: "event", subject: 0 } as const;

const nothing = {
	zone: null,
	alarm: null,
	trouble: null,
	report: null,
	mode: null,
	faults: [],
};

test.each([
	["an alarm of a zone", read("alarm", "fire", 3), "fire zones.3"],
	["an alarm of the panel", read("alarm", "panic", 0), "panic"],
	["a trouble of a zone", read("trouble", "tamper", 12), "zones.12 tamper"],
	[
		"faults",
		read("forced", [fault(0, "mains"), fault(3, "open")]),
		"mains, zones.3 open",
	],
	["a setting", read("programmed", "remote.people.2"), "remote.people.2"],
	["a time", read("arm-at", 7, 5), "07:05"],
	["a report", read("reported", burglary, 1), "burglar zones.3 to 1"],
	[
		"an end that is reported",
		read("report-failed", closing, 2),
		"keypad restore users.95 to 2",
	],
	["a report of the panel", read("report-dropped", periodicTest), "test"],
	[
		"a refusal",
		read("refused", "USRS", "parameter/digits"),
		"USRS parameter/digits",
	],
])("%s is written as one line", (_, { about }, expected) => {
	expect(about).toBe(expected);
});

test("what is told of an entry is read from it as it was written", () => {
	const zone = fc.integer({ min: 1, max: 999 });
	const kind = fc.constantFrom(...keysOf<AlarmKind>(alarmKinds));
	const name = fc.constantFrom(...keysOf<TroubleName>(troubles));
	fc.assert(
		fc.property(zone, kind, name, (zone, alarm, trouble) => {
			expect(read("bypassed", zone).subject).toEqual({ ...nothing, zone });
			expect(read("alarm", alarm, zone).subject).toEqual({
				...nothing,
				alarm,
				zone,
			});
			expect(read("alarm", alarm, 0).subject).toEqual({ ...nothing, alarm });
			expect(read("restored", trouble, zone).subject).toEqual({
				...nothing,
				trouble,
				zone,
			});
			expect(read("trouble", trouble, 0).subject).toEqual({
				...nothing,
				trouble,
			});
			expect(read("programmed", `zones.${zone}`).subject).toEqual({
				...nothing,
				zone,
			});
			expect(
				read("arm-fault", [fault(0, trouble), fault(zone, "open")]).subject,
			).toEqual({
				...nothing,
				zone,
				faults: [fault(0, trouble), fault(zone, "open")],
			});
		}),
	);
	expect(read("reported", burglary, 1).subject).toEqual({
		...nothing,
		zone: 3,
		report: burglary,
	});
	expect(read("report-failed", closing, 2).subject).toEqual({
		...nothing,
		report: { ...closing, subject: 95 },
	});
	expect(read("report-dropped", periodicTest).subject).toEqual({
		...nothing,
		report: periodicTest,
	});
	expect(read("armed", "home-2").subject).toEqual({ ...nothing, mode: "home" });
	expect(read("armed", "away").subject).toEqual({ ...nothing, mode: "away" });
	expect(read("disarmed").subject).toEqual(nothing);
});

test("of what the log could not have written nothing is told", () => {
	const entry = { sequence: 1, at: 0, by: "test" } as const;
	expect(
		readSubject({ ...entry, event: "alarm", about: "constructor zones.x" }),
	).toEqual(nothing);
});

function read<E extends LogEvent>(event: E, ...subject: SubjectOf<E>) {
	const about = subjectText(event, subject);
	const entry = { sequence: 1, at: 0, event, about, by: "test" };
	return { about, subject: readSubject(entry) };
}

function fault(zone: number, what: string) {
	return { zone, what };
}

function keysOf<K extends string>(table: { readonly [N in K]: unknown }): K[] {
	const isKey = (word: string): word is K => Object.hasOwn(table, word);
	return Object.keys(table).filter(isKey);
}
