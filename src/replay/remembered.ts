import type { LogEntry, Runtime } from "../panel/runtime.ts";
import type { PanelState } from "../panel/state.ts";
import { type Account, Mark } from "./account.ts";

/**
 * Writes down what a panel remembers differently after a conversation: every
 * value that changed with its place, those of the event log and the guard among
 * them. What is written follows from the contents alone; what both states share
 * is skipped unseen, which is nearly everything.
 */
export function writeRemembered(
	before: PanelState,
	after: PanelState,
	account: Account,
): void {
	if (before === after) return;
	const start = account.length;
	account.mark(Mark.open);
	const inside = account.length;
	writeState(before, after, account);
	if (account.length === inside) account.rewind(start);
	else account.mark(Mark.close);
}

/** Something for every member of `T`. */
type Each<T> = { readonly [K in keyof T]: unknown };

/*
 * The objects of which a conversation nearly always has new ones, member by
 * member in this order: going through them by name takes several times as long.
 * One that is forgotten does not compile.
 */

function writeState(then: PanelState, now: PanelState, account: Account): void {
	void ({
		model: writeMember("model", then.model, now.model, account),
		credentials: writeMember(
			"credentials",
			then.credentials,
			now.credentials,
			account,
		),
		users: writeMember("users", then.users, now.users, account),
		zones: writeMember("zones", then.zones, now.zones, account),
		timers: writeMember("timers", then.timers, now.timers, account),
		options: writeMember("options", then.options, now.options, account),
		schedules: writeMember("schedules", then.schedules, now.schedules, account),
		reporting: writeMember("reporting", then.reporting, now.reporting, account),
		stored: writeMember("stored", then.stored, now.stored, account),
		remote: writeMember("remote", then.remote, now.remote, account),
		runtime: writeRuntime(then.runtime, now.runtime, account),
	} satisfies Each<PanelState>);
}

function writeRuntime(then: Runtime, now: Runtime, account: Account): void {
	if (then === now) return;
	const start = account.length;
	account.name("runtime");
	account.mark(Mark.open);
	const inside = account.length;
	writeRuntimeMembers(then, now, account);
	if (account.length === inside) account.rewind(start);
	else account.mark(Mark.close);
}

function writeRuntimeMembers(
	then: Runtime,
	now: Runtime,
	account: Account,
): void {
	void ({
		mode: writeMember("mode", then.mode, now.mode, account),
		into: writeMember("into", then.into, now.into, account),
		home: writeMember("home", then.home, now.home, account),
		armedBy: writeMember("armedBy", then.armedBy, now.armedBy, account),
		entry: writeMember("entry", then.entry, now.entry, account),
		alarms: writeMember("alarms", then.alarms, now.alarms, account),
		memory: writeMember("memory", then.memory, now.memory, account),
		siren: writeMember("siren", then.siren, now.siren, account),
		crossing: writeMember("crossing", then.crossing, now.crossing, account),
		open: writeMember("open", then.open, now.open, account),
		changed: writeMember("changed", then.changed, now.changed, account),
		leftOut: writeMember("leftOut", then.leftOut, now.leftOut, account),
		trips: writeMember("trips", then.trips, now.trips, account),
		troubles: writeMember("troubles", then.troubles, now.troubles, account),
		temporary: writeMember("temporary", then.temporary, now.temporary, account),
		armAt: writeMember("armAt", then.armAt, now.armAt, account),
		cutAt: writeMember("cutAt", then.cutAt, now.cutAt, account),
		deadlines: writeMember("deadlines", then.deadlines, now.deadlines, account),
		outbox: writeMember("outbox", then.outbox, now.outbox, account),
		reports: writeMember("reports", then.reports, now.reports, account),
		log: writeLog(then.log, now.log, account),
		creditFor: writeMember("creditFor", then.creditFor, now.creditFor, account),
		outgoing: writeMember("outgoing", then.outgoing, now.outgoing, account),
		notices: writeMember("notices", then.notices, now.notices, account),
		lastRemote: writeMember(
			"lastRemote",
			then.lastRemote,
			now.lastRemote,
			account,
		),
		guard: writeMember("guard", then.guard, now.guard, account),
	} satisfies Each<Runtime>);
}

/** Nearly every message adds an entry, and none ever changes. */
function writeLog(
	then: readonly LogEntry[],
	now: readonly LogEntry[],
	account: Account,
): void {
	if (now === then) return;
	const start = account.length;
	account.name("log");
	const inside = account.length;
	for (let at = 0; at < now.length; at += 1) {
		const entry = now[at];
		if (entry !== undefined && !isSame(entry, then[at]))
			writeEntry(entry, account);
	}
	if (now.length < then.length) {
		account.number(now.length);
		account.mark(Mark.gone);
	}
	if (account.length === inside) account.rewind(start);
	else account.mark(Mark.close);
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
function writeEntry(entry: LogEntry, account: Account): void {
	void ({
		sequence: account.number(entry.sequence),
		at: account.number(entry.at),
		event: account.text(entry.event),
		about: account.text(entry.about),
		by: account.text(entry.by),
	} satisfies Each<LogEntry>);
}

/** Writes a member with its name; nothing where it holds the same. */
function writeMember(
	name: string,
	then: unknown,
	now: unknown,
	account: Account,
): void {
	if (now !== then) writeChanged(name, then, now, account);
}

function writeChanged(
	name: string,
	then: unknown,
	now: unknown,
	account: Account,
): void {
	const start = account.length;
	account.name(name);
	const inside = account.length;
	writeDifference(then, now, account);
	if (account.length === inside) account.rewind(start);
}

/** Nothing where both hold the same. */
function writeDifference(then: unknown, now: unknown, account: Account): void {
	if (!isContainer(then) || !isContainer(now)) {
		writeValue(now, account);
		return;
	}
	const isList = Array.isArray(now);
	if (isList !== Array.isArray(then)) {
		writeValue(now, account);
		return;
	}
	const start = account.length;
	account.mark(Mark.open);
	const inside = account.length;
	if (isList && Array.isArray(then)) writeItems(then, now, account);
	else writeMembers(then, now, account);
	if (account.length === inside) account.rewind(start);
	else account.mark(Mark.close);
}

function writeMembers(
	before: Container,
	after: Container,
	account: Account,
): void {
	let shared = 0;
	for (const name in after) {
		const now = after[name];
		const then = before[name];
		if (then !== undefined) shared += 1;
		writeMember(name, then, now, account);
	}
	if (Object.keys(before).length === shared) return;
	for (const name in before)
		if (after[name] === undefined) {
			account.name(name);
			account.mark(Mark.gone);
		}
}

function writeItems(
	before: readonly unknown[],
	after: readonly unknown[],
	account: Account,
): void {
	for (let at = 0; at < after.length; at += 1) {
		const now = after[at];
		const then = before[at];
		if (now === then) continue;
		const start = account.length;
		account.number(at);
		const inside = account.length;
		writeDifference(then, now, account);
		if (account.length === inside) account.rewind(start);
	}
	if (after.length < before.length) {
		account.number(after.length);
		account.mark(Mark.gone);
	}
}

function writeValue(value: unknown, account: Account): void {
	if (typeof value === "string") account.text(value);
	else if (typeof value === "number") account.number(value);
	else if (Array.isArray(value)) {
		account.mark(Mark.open);
		for (const item of value) writeValue(item, account);
		account.mark(Mark.close);
	} else if (isContainer(value)) {
		account.mark(Mark.open);
		for (const name in value) {
			const held = value[name];
			if (held === undefined) continue;
			account.name(name);
			writeValue(held, account);
		}
		account.mark(Mark.close);
	} else {
		account.mark(Mark.value);
		account.text(String(value));
	}
}

/** An object or a list, of which every member is looked at. */
interface Container {
	readonly [name: string]: unknown;
}

function isContainer(value: unknown): value is Container {
	return typeof value === "object" && value !== null;
}
