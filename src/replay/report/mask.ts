import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import type { Span } from "../../../grammar/message/span.ts";
import type { ExpectedReplies, Step } from "../../conversation/conversation.ts";
import { MASK, maskedAt, secretTexts } from "../../derive/secrets.ts";
import type { Model } from "../../models/model.ts";
import type { PanelState } from "../../panel/state/state.ts";

/** Masks the secrets in what a report shows of a conversation. */
export class Mask {
	private readonly model: Model;
	private readonly known: readonly string[];

	/** @param states whose secrets must not be shown, wherever they turn up */
	constructor(model: Model, states: readonly PanelState[]) {
		this.model = model;
		const secrets = states.flatMap((state) => secretTexts(state));
		// A secret of a character or two would mask half of every text.
		this.known = [...new Set(secrets)].filter((text) => text.length >= 3);
	}

	step(step: Step): Step {
		switch (step.type) {
			case "sms":
				return {
					...step,
					text: this.message(step.text),
					replies: this.replies(step.replies),
				};
			case "wait":
			case "at":
			case "event":
				return { ...step, replies: this.replies(step.replies) };
			case "claim":
				return { ...step, value: this.value(step.path, step.value) };
			default:
				return step;
		}
	}

	/** A text that came from the panel or is expected of it. */
	text(text: string): string {
		return this.known.reduce(
			(masked, secret) => masked.replaceAll(secret, MASK),
			text,
		);
	}

	/** A message to the panel: credentials and secret parameters are masked. */
	message(text: string): string {
		return this.read(text).text;
	}

	/** A message and what is wrong with it, the place moved along with the mask. */
	why(
		text: string,
		diagnostic: Diagnostic,
	): { readonly text: string; readonly diagnostic: Diagnostic } {
		const masked = this.read(text);
		return {
			text: masked.text,
			diagnostic: {
				...diagnostic,
				start: masked.at(diagnostic.start),
				end: masked.at(diagnostic.end),
			},
		};
	}

	/** A value of the state at a path. */
	value(path: string, value: unknown): unknown {
		return maskedAt(path, value);
	}

	private replies(replies: ExpectedReplies): ExpectedReplies {
		return (
			replies?.map(({ to, pattern }) => ({
				to,
				pattern: this.text(pattern),
			})) ?? null
		);
	}

	private read(text: string): MaskedText {
		return maskedText(text, this.secretSpans(text));
	}

	private secretSpans(text: string): readonly Span[] {
		const message = this.model.dialect.read(text);
		if (message === null) return numbersIn(text, 0, text.length);
		const slots = this.model.commands.get(message.word.text)?.slots ?? [];
		const { keyword, code, stray } = message;
		return [
			...[keyword, code].toSorted((a, b) => a.start - b.start),
			...message.slots.flatMap((part, at) =>
				slots[at]?.secret && part.text !== ""
					? [part]
					: // In a message that is wrong a PIN may stand anywhere.
						numbersIn(text, part.start, part.end),
			),
			...(stray === null ? [] : numbersIn(text, stray.start, stray.end)),
		];
	}
}

interface MaskedText {
	readonly text: string;
	/** Where a place of the text is now. */
	at(place: number): number;
}

/** @param spans from left to right, none over another */
function maskedText(text: string, spans: readonly Span[]): MaskedText {
	let masked = "";
	let done = 0;
	for (const { start, end } of spans) {
		masked += text.slice(done, start) + MASK;
		done = end;
	}
	return {
		text: masked + text.slice(done),
		at(place) {
			let moved = place;
			for (const { start, end } of spans) {
				if (end <= place) moved += MASK.length - (end - start);
				else if (start < place) moved += start - place;
			}
			return moved;
		},
	};
}

/** Runs of digits that are long enough to be a PIN, a code or a number. */
function numbersIn(text: string, from: number, to: number): readonly Span[] {
	return Array.from(text.slice(from, to).matchAll(/\d{4,}/g), (found) => ({
		start: from + found.index,
		end: from + found.index + found[0].length,
	}));
}
