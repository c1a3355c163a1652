import type { LogEntry, Runtime } from "../panel/state/runtime.ts";
import type { PanelState } from "../panel/state/state.ts";
import { type Account, Mark } from "./account.ts";

/** Members are written in this order; one that is forgotten does not compile. */
const stateMembers = namesOf<PanelState>({
	model: true,
	credentials: true,
	users: true,
	zones: true,
	timers: true,
	options: true,
	schedules: true,
	reporting: true,
	stored: true,
	remote: true,
	runtime: true,
});

const runtimeMembers = namesOf<Runtime>({
	mode: true,
	into: true,
	home: true,
	armedBy: true,
	entry: true,
	alarms: true,
	memory: true,
	siren: true,
	crossing: true,
	open: true,
	changed: true,
	leftOut: true,
	trips: true,
	troubles: true,
	temporary: true,
	armAt: true,
	cutAt: true,
	deadlines: true,
	outbox: true,
	reports: true,
	log: true,
	creditFor: true,
	outgoing: true,
	notices: true,
	lastRemote: true,
	guard: true,
});

const entryMembers = namesOf<LogEntry>({
	sequence: true,
	at: true,
	event: true,
	about: true,
	by: true,
});

function namesOf<T>(
	all: Readonly<Record<keyof T & string, true>>,
): readonly (keyof T & string)[] {
	return Object.keys(all) as (keyof T & string)[];
}

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
	for (const name of stateMembers)
		if (name === "runtime")
			writeRuntime(before.runtime, after.runtime, account);
		else writeMember(name, before[name], after[name], account);
	if (account.length === inside) account.rewind(start);
	else account.mark(Mark.close);
}

function writeRuntime(then: Runtime, now: Runtime, account: Account): void {
	if (then === now) return;
	const start = account.length;
	account.name("runtime");
	account.mark(Mark.open);
	const inside = account.length;
	for (const name of runtimeMembers)
		if (then[name] !== now[name])
			if (name === "log") writeLog(then.log, now.log, account);
			else writeMember(name, then[name], now[name], account);
	if (account.length === inside) account.rewind(start);
	else account.mark(Mark.close);
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
	return (
		entry === other ||
		(other !== undefined &&
			entryMembers.every((name) => entry[name] === other[name]))
	);
}

/** The sequence number says which entry it is. */
function writeEntry(entry: LogEntry, account: Account): void {
	for (const name of entryMembers) writeValue(entry[name], account);
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
