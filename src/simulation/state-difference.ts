import type { LogEntry, Runtime } from "../panel/state/runtime.ts";
import type { PanelState } from "../panel/state/state.ts";
import { type DigestInput, Mark } from "./digest-input.ts";

/*
 * The objects of which a conversation nearly always has new ones, member by member
 * in this order: going through them by name makes a replay take 1.1 times the
 * processor time. One that is forgotten does not compile.
 */

/** Something for every member of `T`. */
type Each<T> = { readonly [K in keyof T]: unknown };

/**
 * Writes every value of the state that a conversation changed, with its path;
 * event log and guard too. The words follow from the contents alone. Objects that
 * both states share are skipped unread, and that is nearly everything.
 */
export function writeStateDifference(
	before: PanelState,
	after: PanelState,
	digestInput: DigestInput,
): void {
	if (before === after) return;
	const start = digestInput.length;
	digestInput.mark(Mark.open);
	const inside = digestInput.length;
	writeState(before, after, digestInput);
	if (digestInput.length === inside) digestInput.rewind(start);
	else digestInput.mark(Mark.close);
}

function writeState(
	then: PanelState,
	now: PanelState,
	digestInput: DigestInput,
): void {
	void ({
		model: writeMember("model", then.model, now.model, digestInput),
		credentials: writeMember(
			"credentials",
			then.credentials,
			now.credentials,
			digestInput,
		),
		users: writeMember("users", then.users, now.users, digestInput),
		zones: writeMember("zones", then.zones, now.zones, digestInput),
		timers: writeMember("timers", then.timers, now.timers, digestInput),
		options: writeMember("options", then.options, now.options, digestInput),
		schedules: writeMember(
			"schedules",
			then.schedules,
			now.schedules,
			digestInput,
		),
		reporting: writeMember(
			"reporting",
			then.reporting,
			now.reporting,
			digestInput,
		),
		stored: writeMember("stored", then.stored, now.stored, digestInput),
		remote: writeMember("remote", then.remote, now.remote, digestInput),
		runtime: writeRuntime(then.runtime, now.runtime, digestInput),
	} satisfies Each<PanelState>);
}

function writeRuntime(
	then: Runtime,
	now: Runtime,
	digestInput: DigestInput,
): void {
	if (then === now) return;
	const start = digestInput.length;
	digestInput.name("runtime");
	digestInput.mark(Mark.open);
	const inside = digestInput.length;
	writeRuntimeMembers(then, now, digestInput);
	if (digestInput.length === inside) digestInput.rewind(start);
	else digestInput.mark(Mark.close);
}

function writeRuntimeMembers(
	then: Runtime,
	now: Runtime,
	digestInput: DigestInput,
): void {
	void ({
		mode: writeMember("mode", then.mode, now.mode, digestInput),
		into: writeMember("into", then.into, now.into, digestInput),
		home: writeMember("home", then.home, now.home, digestInput),
		armedBy: writeMember("armedBy", then.armedBy, now.armedBy, digestInput),
		entry: writeMember("entry", then.entry, now.entry, digestInput),
		alarms: writeMember("alarms", then.alarms, now.alarms, digestInput),
		memory: writeMember("memory", then.memory, now.memory, digestInput),
		siren: writeMember("siren", then.siren, now.siren, digestInput),
		crossing: writeMember("crossing", then.crossing, now.crossing, digestInput),
		open: writeMember("open", then.open, now.open, digestInput),
		changed: writeMember("changed", then.changed, now.changed, digestInput),
		leftOut: writeMember("leftOut", then.leftOut, now.leftOut, digestInput),
		trips: writeMember("trips", then.trips, now.trips, digestInput),
		troubles: writeMember("troubles", then.troubles, now.troubles, digestInput),
		temporary: writeMember(
			"temporary",
			then.temporary,
			now.temporary,
			digestInput,
		),
		armAt: writeMember("armAt", then.armAt, now.armAt, digestInput),
		cutAt: writeMember("cutAt", then.cutAt, now.cutAt, digestInput),
		deadlines: writeMember(
			"deadlines",
			then.deadlines,
			now.deadlines,
			digestInput,
		),
		outbox: writeMember("outbox", then.outbox, now.outbox, digestInput),
		reports: writeMember("reports", then.reports, now.reports, digestInput),
		failing: writeMember("failing", then.failing, now.failing, digestInput),
		log: writeLog(then.log, now.log, digestInput),
		creditFor: writeMember(
			"creditFor",
			then.creditFor,
			now.creditFor,
			digestInput,
		),
		outgoing: writeMember("outgoing", then.outgoing, now.outgoing, digestInput),
		notices: writeMember("notices", then.notices, now.notices, digestInput),
		beginnings: writeMember(
			"beginnings",
			then.beginnings,
			now.beginnings,
			digestInput,
		),
		lastRemote: writeMember(
			"lastRemote",
			then.lastRemote,
			now.lastRemote,
			digestInput,
		),
		guard: writeMember("guard", then.guard, now.guard, digestInput),
	} satisfies Each<Runtime>);
}

/** Nearly every message adds an entry, and none ever changes. */
function writeLog(
	then: readonly LogEntry[],
	now: readonly LogEntry[],
	digestInput: DigestInput,
): void {
	if (now === then) return;
	const start = digestInput.length;
	digestInput.name("log");
	const inside = digestInput.length;
	for (let at = 0; at < now.length; at += 1) {
		const entry = now[at];
		if (entry !== undefined && !isSame(entry, then[at]))
			writeEntry(entry, digestInput);
	}
	if (now.length < then.length) {
		digestInput.number(now.length);
		digestInput.mark(Mark.gone);
	}
	if (digestInput.length === inside) digestInput.rewind(start);
	else digestInput.mark(Mark.close);
}

function isSame(entry: LogEntry, other: LogEntry | undefined): boolean {
	if (entry === other || other === undefined) return entry === other;
	return (
		entry.sequence === other.sequence &&
		entry.at === other.at &&
		entry.event === other.event &&
		entry.about === other.about &&
		entry.by === other.by
	);
}

/** The sequence number says which entry it is. */
function writeEntry(entry: LogEntry, digestInput: DigestInput): void {
	void ({
		sequence: digestInput.number(entry.sequence),
		at: digestInput.number(entry.at),
		event: digestInput.text(entry.event),
		about: digestInput.text(entry.about),
		by: digestInput.text(entry.by),
	} satisfies Each<LogEntry>);
}

/** Writes a member with its name; nothing where it holds the same. */
function writeMember(
	name: string,
	then: unknown,
	now: unknown,
	digestInput: DigestInput,
): void {
	if (now !== then) writeChanged(name, then, now, digestInput);
}

function writeChanged(
	name: string,
	then: unknown,
	now: unknown,
	digestInput: DigestInput,
): void {
	const start = digestInput.length;
	digestInput.name(name);
	const inside = digestInput.length;
	writeDifference(then, now, digestInput);
	if (digestInput.length === inside) digestInput.rewind(start);
}

/** Nothing where both hold the same. */
function writeDifference(
	then: unknown,
	now: unknown,
	digestInput: DigestInput,
): void {
	if (!isContainer(then) || !isContainer(now)) {
		writeValue(now, digestInput);
		return;
	}
	const isList = Array.isArray(now);
	if (isList !== Array.isArray(then)) {
		writeValue(now, digestInput);
		return;
	}
	const start = digestInput.length;
	digestInput.mark(Mark.open);
	const inside = digestInput.length;
	if (isList && Array.isArray(then)) writeItems(then, now, digestInput);
	else writeMembers(then, now, digestInput);
	if (digestInput.length === inside) digestInput.rewind(start);
	else digestInput.mark(Mark.close);
}

function writeMembers(
	before: Container,
	after: Container,
	digestInput: DigestInput,
): void {
	let shared = 0;
	for (const name in after) {
		const now = after[name];
		const then = before[name];
		if (then !== undefined) shared += 1;
		writeMember(name, then, now, digestInput);
	}
	if (Object.keys(before).length === shared) return;
	for (const name in before)
		if (after[name] === undefined) {
			digestInput.name(name);
			digestInput.mark(Mark.gone);
		}
}

function writeItems(
	before: readonly unknown[],
	after: readonly unknown[],
	digestInput: DigestInput,
): void {
	for (let at = 0; at < after.length; at += 1) {
		const now = after[at];
		const then = before[at];
		if (now === then) continue;
		const start = digestInput.length;
		digestInput.number(at);
		const inside = digestInput.length;
		writeDifference(then, now, digestInput);
		if (digestInput.length === inside) digestInput.rewind(start);
	}
	if (after.length < before.length) {
		digestInput.number(after.length);
		digestInput.mark(Mark.gone);
	}
}

function writeValue(value: unknown, digestInput: DigestInput): void {
	if (typeof value === "string") digestInput.text(value);
	else if (typeof value === "number") digestInput.number(value);
	else if (Array.isArray(value)) {
		digestInput.mark(Mark.open);
		for (const item of value) writeValue(item, digestInput);
		digestInput.mark(Mark.close);
	} else if (isContainer(value)) {
		digestInput.mark(Mark.open);
		for (const name in value) {
			const held = value[name];
			if (held === undefined) continue;
			digestInput.name(name);
			writeValue(held, digestInput);
		}
		digestInput.mark(Mark.close);
	} else {
		digestInput.mark(Mark.value);
		digestInput.text(String(value));
	}
}

/** An object or a list, of which every member is looked at. */
interface Container {
	readonly [name: string]: unknown;
}

function isContainer(value: unknown): value is Container {
	return typeof value === "object" && value !== null;
}
