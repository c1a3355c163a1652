import type { LogEntry, Runtime } from "../panel/state/runtime.ts";
import type { PanelState } from "../panel/state/state.ts";
import { type DigestInput, Mark } from "./digest-input.ts";

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
	failing: true,
	log: true,
	creditFor: true,
	outgoing: true,
	notices: true,
	beginnings: true,
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
	for (const name of stateMembers)
		if (name === "runtime")
			writeRuntime(before.runtime, after.runtime, digestInput);
		else writeMember(name, before[name], after[name], digestInput);
	if (digestInput.length === inside) digestInput.rewind(start);
	else digestInput.mark(Mark.close);
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
	for (const name of runtimeMembers)
		if (then[name] !== now[name])
			if (name === "log") writeLog(then.log, now.log, digestInput);
			else writeMember(name, then[name], now[name], digestInput);
	if (digestInput.length === inside) digestInput.rewind(start);
	else digestInput.mark(Mark.close);
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
	return (
		entry === other ||
		(other !== undefined &&
			entryMembers.every((name) => entry[name] === other[name]))
	);
}

/** The sequence number says which entry it is. */
function writeEntry(entry: LogEntry, digestInput: DigestInput): void {
	for (const name of entryMembers) writeValue(entry[name], digestInput);
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
