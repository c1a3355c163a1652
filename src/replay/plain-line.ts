import { modelNamed } from "../models/models.ts";
import type { Conversation, Reply, Sms } from "./conversation.ts";
import { isPlain } from "./pattern.ts";

/**
 * The conversation on a line of JSON of the form that nearly every line of a
 * big corpus has: an id, perhaps a model, and messages with the plain texts of
 * their replies, written as `writeJsonLine` writes them and without a blank or
 * an escape. Null for anything else, right or wrong: that is read in full. A
 * short cut for speed, held equal to the full reading by a property.
 *
 * @param text in which the line stands from `from` to `to`, without its line
 *   end; there must be no sign in that part which `mayBePlain` refuses
 */
export function plainLine(
	text: string,
	from: number,
	to: number,
): Conversation | null {
	if (!text.startsWith(ID, from)) return null;
	const idStart = from + ID.length;
	const idEnd = quoteIn(text, idStart, to);
	if (idEnd === idStart) return null;
	let at = idEnd;
	let model: string | null = null;
	if (text.startsWith(MODEL, at)) {
		const start = at + MODEL.length;
		at = quoteIn(text, start, to);
		model = text.slice(start, at);
		if (modelNamed(model) === undefined) return null;
	}
	if (!text.startsWith(STEPS, at)) return null;
	at += STEPS.length;
	const steps: Sms[] = [];
	for (;;) {
		const start = at + SMS.length;
		if (!text.startsWith(SMS, at)) return null;
		at = quoteIn(text, start, to);
		const end = at;
		let sender: string | null = null;
		if (text.startsWith(FROM, at)) {
			const start = at + FROM.length;
			at = quoteIn(text, start, to);
			sender = text.slice(start, at);
		}
		let replies: Reply[] | null = null;
		at += 1;
		if (text.startsWith(REPLIES, at)) {
			at += REPLIES.length;
			replies = [];
			while (text.charCodeAt(at) === QUOTE) {
				const close = quoteIn(text, at + 1, to);
				const pattern = text.slice(at + 1, close);
				if (pattern === "" || !isPlain(pattern)) return null;
				replies.push({ to: null, pattern });
				at = close + 1;
				if (text.charCodeAt(at) !== COMMA) break;
				at += 1;
				// A comma has something behind it.
				if (text.charCodeAt(at) !== QUOTE) return null;
			}
			if (text.charCodeAt(at) !== BRACKET) return null;
			at += 1;
		}
		steps.push({
			type: "sms",
			text: text.slice(start, end),
			from: sender,
			replies,
		});
		if (at >= to) return null;
		if (text.startsWith("},", at)) {
			at += 2;
			continue;
		}
		if (at + END.length !== to || !text.startsWith(END, at)) return null;
		return {
			id: text.slice(idStart, idEnd),
			model,
			config: null,
			seed: null,
			source: null,
			tags: NONE,
			steps,
		};
	}
}

/** Whether there is no escape in a text and no control character but line ends. */
export function mayBePlain(text: string): boolean {
	return !SPECIAL.test(text);
}

/** Where the next quotation mark stands, or the end of the line. */
function quoteIn(text: string, from: number, to: number): number {
	const at = text.indexOf('"', from);
	return at === -1 || at > to ? to : at;
}

const ID = '{"id":"';
const MODEL = '","model":"';
const STEPS = '","steps":[';
const SMS = '{"sms":"';
const FROM = '","from":"';
const REPLIES = ',"replies":[';
const END = "}]}";
const QUOTE = 34;
const COMMA = 44;
const BRACKET = 93;
const SPECIAL = /[\\\x00-\x09\x0b\x0c\x0e-\x1f]|\r(?!\n)/;
const NONE: readonly string[] = [];
