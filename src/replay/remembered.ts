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
	// One by one, because looking members up by a name that varies takes longer
	// than all else here. A test knows when one is missing.
	differ("model", before.model, after.model, account);
	differ("credentials", before.credentials, after.credentials, account);
	differ("users", before.users, after.users, account);
	differ("zones", before.zones, after.zones, account);
	differ("timers", before.timers, after.timers, account);
	differ("options", before.options, after.options, account);
	differ("schedules", before.schedules, after.schedules, account);
	differ("reporting", before.reporting, after.reporting, account);
	differ("remote", before.remote, after.remote, account);
	differ("stored", before.stored, after.stored, account);
	const then = before.runtime;
	const now = after.runtime;
	// The same names may stand on both sides of it.
	account.mark(Mark.open);
	if (then === now) return;
	differ("mode", then.mode, now.mode, account);
	differ("into", then.into, now.into, account);
	differ("home", then.home, now.home, account);
	differ("armedBy", then.armedBy, now.armedBy, account);
	differ("entry", then.entry, now.entry, account);
	differ("alarms", then.alarms, now.alarms, account);
	differ("memory", then.memory, now.memory, account);
	differ("siren", then.siren, now.siren, account);
	differ("crossing", then.crossing, now.crossing, account);
	differ("open", then.open, now.open, account);
	differ("changed", then.changed, now.changed, account);
	differ("leftOut", then.leftOut, now.leftOut, account);
	differ("trips", then.trips, now.trips, account);
	differ("troubles", then.troubles, now.troubles, account);
	differ("temporary", then.temporary, now.temporary, account);
	differ("armAt", then.armAt, now.armAt, account);
	differ("cutAt", then.cutAt, now.cutAt, account);
	differ("deadlines", then.deadlines, now.deadlines, account);
	differ("outbox", then.outbox, now.outbox, account);
	differ("reports", then.reports, now.reports, account);
	differ("creditFor", then.creditFor, now.creditFor, account);
	differ("outgoing", then.outgoing, now.outgoing, account);
	differ("notices", then.notices, now.notices, account);
	differ("lastRemote", then.lastRemote, now.lastRemote, account);
	differ("log", then.log, now.log, account);
	differ("guard", then.guard, now.guard, account);
}

/** Writes a member with its name; nothing where it holds the same. */
function differ(
	name: string,
	then: unknown,
	now: unknown,
	account: Account,
): void {
	if (now === then) return;
	const start = account.length;
	account.text(name);
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
		differ(name, then, now, account);
	}
	if (Object.keys(before).length === shared) return;
	for (const name in before)
		if (after[name] === undefined) {
			account.text(name);
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
			if (value[name] === undefined) continue;
			account.text(name);
			writeValue(value[name], account);
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
