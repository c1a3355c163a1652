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
	if (before !== after) writeDifference(before, after, account);
}

/** Writes a member with its name; nothing where it holds the same. */
function writeMember(
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
		writeMember(name, then, now, account);
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
