import { septetCount } from "../../sms/gsm7.ts";
import type { Phrases } from "./phrases/phrases.ts";

/** Septets that one SMS holds (3GPP TS 23.040, 9.2.3.24). */
export const ONE_SMS = 160;

/** A list in a text, `Open: 1 Door, 2 Window`. An empty one is left out. */
export interface Listing {
	readonly head: string;
	readonly items: readonly string[];
}

/**
 * Sentences and lists in one SMS. Where they do not fit, lists are cut from the
 * last one back, `Open: 1 Door, +3 more`; sentences stay whole, so a text is
 * longer than an SMS only if its sentences are.
 */
export function oneSms(
	say: Phrases,
	pieces: readonly (string | Listing)[],
): string {
	const shown = pieces.map((piece) =>
		typeof piece === "string" ? 0 : piece.items.length,
	);
	for (;;) {
		const text = written(say, pieces, shown);
		if (septetCount(text) <= ONE_SMS) return text;
		const longest = shown.findLastIndex(
			(count) => count > 0 && count === Math.max(...shown),
		);
		if (longest === -1) return text;
		shown[longest] = (shown[longest] ?? 1) - 1;
	}
}

function written(
	say: Phrases,
	pieces: readonly (string | Listing)[],
	shown: readonly number[],
): string {
	return pieces
		.map((piece, at) =>
			typeof piece === "string" ? piece : listed(say, piece, shown[at] ?? 0),
		)
		.filter((text) => text !== "")
		.join(" ");
}

function listed(say: Phrases, { head, items }: Listing, count: number): string {
	if (items.length === 0) return "";
	const left = items.length - count;
	const more = left === 0 ? [] : [say.more(left)];
	const list = [...items.slice(0, count), ...more].join(", ");
	return head === "" ? `${list}.` : `${head} ${list}.`;
}
