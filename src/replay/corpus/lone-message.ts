import type { ExpectedReplies, Step } from "../../conversation/conversation.ts";
import { corpusDiagnostic } from "../../conversation/corpus-fault.ts";
import type { Found } from "../../conversation/located.ts";
import { LONGEST_TEXT } from "../../sms/segments.ts";

/** A message of an export, which is a conversation of its own. */
export interface LoneMessage {
	readonly id: string;
	readonly text: string;
	/** Null is the default phone. */
	readonly from: string | null;
	/** When it was sent, in milliseconds since 1970-01-01T00:00:00Z; null where that is not said. */
	readonly at: number | null;
	readonly replies: ExpectedReplies;
}

/** A place in an export. */
export interface LinePlace {
	readonly file: string;
	/** Counted from 1. */
	readonly line: number;
}

export function loneMessage(
	{ file, line }: LinePlace,
	{ id, text, from, at, replies }: LoneMessage,
): Found {
	if (text.length > LONGEST_TEXT)
		return badLine(
			{ file, line },
			text,
			0,
			`text: more than ${LONGEST_TEXT} characters`,
		);
	const steps: Step[] = [
		...(at === null
			? []
			: [{ type: "at", instant: at, replies: null } as const]),
		{ type: "sms", text, from, replies },
	];
	const head = { id, model: null, config: null, seed: null, source: null };
	const conversation = { ...head, tags: [], steps };
	return { located: { conversation, file, line, places: null }, fault: null };
}

/**
 * A line that cannot be read.
 * @param start where it is wrong, counted from 0
 */
export function badLine(
	{ file, line }: LinePlace,
	text: string,
	start: number,
	message: string,
): Found {
	const shown = text.slice(0, start + LONGEST_SHOWN);
	// Where there is no text to show, the place is told all the same.
	const at = shown === "" ? start : Math.min(start, shown.length);
	const end = Math.max(at + 1, shown.length);
	const diagnostic = corpusDiagnostic("form", message, null, {
		start: at,
		end,
	});
	return { located: null, fault: { file, line, text: shown, diagnostic } };
}

/** Behind the place that is wrong, in characters. */
const LONGEST_SHOWN = 1000;

/** The file's name without its folder, for ids. */
export function baseName(file: string): string {
	return file.replace(/^.*[/\\]/, "");
}
