import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import type { Span } from "../../../grammar/message/span.ts";
import { isScriptCall } from "../../../grammar/script/read.ts";
import type { ExpectedReplies, Step } from "../../conversation/conversation.ts";
import {
	accountsIn,
	MASK,
	maskedAt,
	type PinNames,
	secretTexts,
	withoutAccounts,
} from "../../derive/secrets.ts";
import type { Model } from "../../models/model.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { digitSpans } from "./digit-spans.ts";

/** Masks the secrets in what a report shows of a conversation. */
export class Mask {
	private readonly model: Model;
	private readonly known: readonly string[];
	private readonly pins: PinNames = new Map();

	/** @param states whose secrets must not be shown, wherever they turn up */
	constructor(model: Model, states: readonly PanelState[]) {
		this.model = model;
		const secrets = states.flatMap((state) => secretTexts(state));
		// A secret of a character or two would mask half of every text.
		this.known = [...new Set(secrets)]
			.filter((text) => text.length >= 3)
			// The longest first: one secret may be the beginning of another.
			.toSorted((a, b) => b.length - a.length);
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
				return { ...step, replies: this.replies(step.replies) };
			case "event":
				return {
					...step,
					text: this.text(step.text),
					replies: this.replies(step.replies),
				};
			case "claim":
				return { ...step, value: this.value(step.path, step.value) };
			case "comment":
				return { ...step, text: this.text(step.text) };
			case "channel":
				return step;
		}
	}

	/** A text that came from the panel or is expected of it. */
	text(text: string): string {
		return this.known.reduce(
			(masked, secret) => masked.replaceAll(secret, MASK),
			withoutAccounts(text),
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
				message: this.text(diagnostic.message),
				hint: diagnostic.hint === null ? null : this.text(diagnostic.hint),
				start: masked.at(diagnostic.start),
				end: masked.at(diagnostic.end),
			},
		};
	}

	/** A value of the state at a path. */
	value(path: string, value: unknown): unknown {
		return this.everywhere(maskedAt(path, value, this.pins));
	}

	/** A value with every known secret in its texts masked. */
	private everywhere(value: unknown): unknown {
		if (typeof value === "string") return this.text(value);
		if (Array.isArray(value)) return value.map((each) => this.everywhere(each));
		if (typeof value !== "object" || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([name, member]) => [
				name,
				this.everywhere(member),
			]),
		);
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
		const spans = [
			...this.secretSpans(text),
			...scriptSecret(text),
			...this.knownSpans(text),
			...digitSpans(text, this.known),
			...accountsIn(text),
		];
		return maskedText(text, joined(spans));
	}

	/** In a text that is no message: what would be secret behind a command's word. */
	private secretsOfWords(text: string): readonly Span[] {
		return Array.from(text.matchAll(/\b(\w+\??)[:\s]+(\S+)/g), (found) => {
			const [whole, word = "", list = ""] = found;
			const slots = this.model.commands.get(word.toUpperCase())?.slots ?? [];
			let start = found.index + whole.length - list.length;
			return list.split(",").flatMap((part, at) => {
				const span = { start, end: start + part.length };
				start = span.end + 1;
				return slots[at]?.secret && part !== "" ? [span] : [];
			});
		}).flat();
	}

	/** Wherever a known secret stands, however the message is to be read. */
	private knownSpans(text: string): readonly Span[] {
		return this.known.flatMap((secret) => {
			const spans: Span[] = [];
			let start = text.indexOf(secret);
			while (start !== -1) {
				spans.push({ start, end: start + secret.length });
				start = text.indexOf(secret, start + secret.length);
			}
			return spans;
		});
	}

	private secretSpans(text: string): readonly Span[] {
		const message = this.model.dialect.read(text);
		if (message === null)
			return [...numbersIn(text, 0, text.length), ...this.secretsOfWords(text)];
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

/** From left to right, with those that overlap made one. */
function joined(spans: readonly Span[]): readonly Span[] {
	const all: Span[] = [];
	for (const span of spans.toSorted((a, b) => a.start - b.start)) {
		const last = all.at(-1);
		if (last === undefined || span.start >= last.end) all.push(span);
		else
			all[all.length - 1] = {
				start: last.start,
				end: Math.max(last.end, span.end),
			};
	}
	return all;
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

/** What stands in the place of a script's secret, right or wrong. */
function scriptSecret(text: string): readonly Span[] {
	if (!isScriptCall(text)) return [];
	const [, before = "", secret = ""] = /^(\s*:cmd\s+)(\S*)/i.exec(text) ?? [];
	const start = before.length;
	return secret === "" ? [] : [{ start, end: start + secret.length }];
}

/** Runs of digits of any script that are long enough to be a PIN, a code or a number. */
function numbersIn(text: string, from: number, to: number): readonly Span[] {
	return Array.from(text.slice(from, to).matchAll(/\p{Nd}{4,}/gu), (found) => ({
		start: from + found.index,
		end: from + found.index + found[0].length,
	}));
}
