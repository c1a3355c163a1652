import type { PanelState } from "../panel/state/state.ts";
import { pathOfThing, type SiteSetting, type Thing } from "./site/site.ts";

/** A code that no two may have, and who has it. */
export interface HeldCode {
	readonly thing: Thing;
	readonly member: string;
	readonly code: string;
}

const ACCESS_CODES = "credentials.accessCodes";

/** The PINs and the installer code, of which no two are the same, and the access codes. */
function heldCodes({ users, credentials }: PanelState): readonly HeldCode[] {
	return [
		...users.map(({ id, pin }) => ({
			thing: { part: "users", id },
			member: "pin",
			code: pin,
		})),
		{
			thing: { part: "credentials", id: null },
			member: "installerCode",
			code: credentials.installerCode,
		},
		...credentials.accessCodes.map(({ id, code }) => ({
			thing: { part: ACCESS_CODES, id },
			member: "code",
			code,
		})),
	];
}

/**
 * Codes that are due, each of which waits for the next: its holder is to get that one.
 * The last one waits for nobody, or for one that is in the line already.
 * @param waiting codes that are due, of things that are not yet what they are to be
 */
export function lineOf(
	state: PanelState,
	first: SiteSetting,
	waiting: readonly SiteSetting[],
): readonly SiteSetting[] {
	const held = heldCodes(state);
	const line: SiteSetting[] = [];
	let next: SiteSetting | undefined = first;
	while (next !== undefined && !line.includes(next)) {
		line.push(next);
		const holder = holderOf(held, next);
		next = waiting.find(
			(each) =>
				holder !== undefined &&
				isSame(each.thing, holder.thing) &&
				each.member === holder.member,
		);
	}
	return next === undefined ? line : [...line, next];
}

/** Who else has the code that is due. */
function holderOf(
	held: readonly HeldCode[],
	{ value, thing }: SiteSetting,
): HeldCode | undefined {
	const isAccess = thing.part === ACCESS_CODES;
	return held.find(
		(each) =>
			each.code === value &&
			(each.thing.part === ACCESS_CODES) === isAccess &&
			!isSame(each.thing, thing),
	);
}

/**
 * Who is to give up a code for a while, so that codes can go round: one of a circle
 * in which each waits for the code of the next. Null where there is no circle.
 * @param isLast who gives it up only where nobody else is in the circle
 */
export function inCircle(
	state: PanelState,
	waiting: readonly SiteSetting[],
	isLast: (thing: Thing) => boolean,
): HeldCode | null {
	for (const first of waiting) {
		const line = lineOf(state, first, waiting);
		const end = line.at(-1);
		const from = end === undefined ? -1 : line.indexOf(end);
		if (end === undefined || from === line.length - 1) continue;
		const circle = line.slice(from + 1);
		const { thing, member } = circle.find((each) => !isLast(each.thing)) ?? end;
		const holder = heldCodes(state).find(
			(each) => isSame(each.thing, thing) && each.member === member,
		);
		if (holder !== undefined) return holder;
	}
	return null;
}

/**
 * A code of four digits that nobody has or is to have. It depends on the codes that
 * there are, so that it cannot be foretold by somebody who does not know them.
 */
export function codeForAWhile(
	state: PanelState,
	wanted: readonly SiteSetting[],
): string {
	const taken = new Set([
		...heldCodes(state).map(({ code }) => code),
		...wanted.map(({ value }) => String(value)),
	]);
	let mixed = 0x811c9dc5;
	for (const sign of [...taken].join(" "))
		mixed = Math.imul(mixed ^ sign.charCodeAt(0), 0x01000193) >>> 0;
	for (let step = 0; ; step++) {
		const code = String((mixed + step) % 10_000).padStart(4, "0");
		if (!taken.has(code)) return code;
	}
}

function isSame(one: Thing, other: Thing): boolean {
	return pathOfThing(one) === pathOfThing(other);
}
