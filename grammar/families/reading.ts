import { skipBlanks } from "../message/characters.ts";
import type { Call, Message, Part } from "../message/message.ts";
import { partBetween } from "../message/part.ts";
import type { FormEnd } from "./form-tree.ts";
import type { LayoutPlace } from "./layout.ts";
import type { PlacedPiece } from "./walk.ts";

/** A command as it is put together. */
interface Draft {
	readonly word: Part;
	index?: Part;
	ask?: Part;
	readonly slots: Part[];
	stray: Part | null;
}

/** The message that the pieces of a text make, whose parts stand in a row. */
export function messageOfPlaces(
	text: string,
	steps: readonly PlacedPiece[],
): Message {
	let keyword = nothingAt(0);
	let code: Part | null = null;
	let confirm: Part | undefined;
	const calls: Draft[] = [];
	for (const step of steps) {
		const { role } = step.place;
		if (role === "mark") continue;
		const part = bodyOf(text, step);
		const call = calls.at(-1);
		if (role === "keyword") keyword = part;
		else if (role === "code") code = part;
		else if (role === "confirm") confirm = part;
		else if (role === "word")
			calls.push({ word: part, slots: [], stray: null });
		else if (call === undefined) continue;
		else if (role === "slot") call.slots.push(part);
		else call[role] = part;
	}
	const [first, ...more] = calls;
	return {
		keyword,
		code: code ?? nothingAt(0),
		...(first ?? { word: nothingAt(text.length), slots: [], stray: null }),
		...(confirm === undefined ? {} : { confirm }),
		...(more.length === 0 ? {} : { more: more satisfies readonly Call[] }),
	};
}

/**
 * The message that the pieces of a form make: the name of the command is its word,
 * and what was left out is a blank.
 */
export function messageOfForm(
	text: string,
	steps: readonly PlacedPiece[],
	{ name, slots, parameters }: FormEnd,
): Message {
	const parts = steps.map((step) => ({
		role: step.place.role,
		part: bodyOf(text, step),
	}));
	const code = parts.find(({ role }) => role === "code")?.part;
	const mark = parts.find(
		({ role, part }) => role === "mark" && part.text !== "",
	)?.part;
	const confirm = parts.find(({ role }) => role === "confirm")?.part;
	const given = parts.filter(({ role }) => role === "slot");
	const end = nothingAt(text.length);
	return {
		keyword: nothingAt(0),
		code: code ?? nothingAt(0),
		word: { ...(mark ?? end), text: name },
		slots: Array.from(
			{ length: parameters },
			(_, at) => given[slots.indexOf(at)]?.part ?? end,
		),
		stray: null,
		...(confirm === undefined ? {} : { confirm }),
	};
}

/** A piece without the separator in front of it, and without blanks around it. */
export function bodyOf(text: string, { place, start, end }: PlacedPiece): Part {
	return partBetween(text, behindLead(text, start, place), end);
}

function behindLead(
	text: string,
	start: number,
	{ lead }: LayoutPlace,
): number {
	return lead.trim() === "" ? start : skipBlanks(text, start) + lead.length;
}

function nothingAt(place: number): Part {
	return { text: "", start: place, end: place };
}
