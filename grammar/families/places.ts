import {
	BLANKS,
	classOf,
	formSource,
	literalSource,
	oneOfSource,
} from "./characters.ts";
import type { EnvelopePlace, Joining, PlacesEnvelope } from "./envelope.ts";
import {
	at,
	choice,
	type Layout,
	type LayoutPlace,
	optional,
	repeated,
	sequence,
} from "./layout.ts";
import {
	isBlankLead,
	leadsOf,
	separatorsOf,
	slotSign,
	type Vocabulary,
} from "./separators.ts";

type Slots = Extract<EnvelopePlace, { is: "slots" }>;
type WordPlace = Extract<EnvelopePlace, { is: "word" }>;

/** Ranks of places that fit the same text. */
const FIRST = 0;
const USUAL = 1;
const ANYTHING = 2;

/** The arrangement of a message whose parts stand in a row. */
export function placesLayout(
	envelope: PlacesEnvelope,
	vocabulary: Vocabulary,
): Layout {
	const { order, calls } = envelope;
	const spelling = new Spelling(envelope, vocabulary);
	const open = spelling.opening();
	const head: Layout[] = open === null ? [] : [at(open)];
	const rest = [...order];
	while (rest.length > 0) {
		const [place] = rest;
		if (calls !== undefined && place?.is === "word") break;
		head.push(spelling.layoutOf(rest.shift() as EnvelopePlace, ""));
	}
	if (calls === undefined) return sequence(...head);
	return sequence(...head, ...spelling.joined(rest, calls));
}

/** The same words are spelled alike in all places of one envelope. */
class Spelling {
	readonly #envelope: PlacesEnvelope;
	readonly #vocabulary: Vocabulary;
	readonly #blank: string;

	constructor(envelope: PlacesEnvelope, vocabulary: Vocabulary) {
		this.#envelope = envelope;
		this.#vocabulary = vocabulary;
		this.#blank = envelope.blanks === "free" ? `${BLANKS}*` : "";
	}

	opening(): LayoutPlace | null {
		const { open } = this.#envelope;
		return open === undefined ? null : this.#mark("Open", open);
	}

	/** Several commands, the first of which may have any word. */
	joined(group: readonly EnvelopePlace[], calls: Joining): readonly Layout[] {
		if ("end" in calls) {
			const begin = calls.begin ?? "";
			const one = group.map((place) => this.layoutOf(place, begin));
			const call = sequence(...one, at(this.#mark("End", calls.end)));
			return [call, repeated(call)];
		}
		const first = group.map((place) => this.layoutOf(place, ""));
		const next = group.map((place) =>
			this.layoutOf(place, calls.between, "Next"),
		);
		return [...first, repeated(sequence(...next))];
	}

	/** @param begin stands in front of the word, in place of its own separator */
	layoutOf(place: EnvelopePlace, begin: string, prefix = ""): Layout {
		switch (place.is) {
			case "keyword":
				return at(this.#keyword(place));
			case "code":
				return place.trail === undefined
					? at(this.#code(place))
					: sequence(
							at(this.#code(place)),
							at(this.#mark("Behind", place.trail)),
						);
			case "confirm":
				return optional(
					at({ ...this.#mark("Confirm", place.text), role: "confirm" }),
				);
			case "word":
				return this.#word(place, begin, prefix);
			case "slots":
				return this.#slots(place, prefix);
		}
	}

	#keyword({
		lead = "",
		oneOf,
		loose,
	}: Extract<EnvelopePlace, { is: "keyword" }>): LayoutPlace {
		const body =
			oneOf !== undefined
				? oneOfSource(oneOf, this.#vocabulary.fold)
				: loose === true
					? `[^${classOf(this.#leadBehind("keyword"), false)}]*`
					: "[^ \\t\\r\\n]+";
		return {
			name: "Keyword",
			label: `${lead}keyword`,
			role: "keyword",
			lead,
			pattern: this.#led(lead, body),
			behind: "",
			rank: USUAL,
		};
	}

	#code({
		lead = "",
		trail,
		form,
		last,
	}: Extract<EnvelopePlace, { is: "code" }>): LayoutPlace {
		const { fold } = this.#vocabulary;
		const body = formSource(form, fold);
		const glued = `(?![${classOf(form.characters, fold)}])`;
		return {
			name: "Code",
			label: `${lead}code`,
			role: "code",
			lead,
			pattern: this.#led(lead, body),
			behind: last === true ? "(?![^])" : trail === undefined ? glued : "",
			rank: FIRST,
		};
	}

	#word(place: WordPlace, begin: string, prefix: string): Layout {
		const { words, fold } = this.#vocabulary;
		const { lead = "", form, known, index, stray, loose } = place;
		const front = prefix === "" ? begin + lead : begin;
		const blanks = loose === true && front === "" ? `${BLANKS}*` : "";
		const separators = leadsOf(this.#envelope);
		// Where commands are separated by what separates parameters, a further word
		// is one only if there is such a word.
		const only =
			known === true || (prefix !== "" && separators.includes(front));
		const behind = [...new Set(separators)].map((each) =>
			literalSource(each, fold),
		);
		const glued = index === "" ? "0-9" : "";
		const word: LayoutPlace = {
			name: `${prefix}Word`,
			label: `${front}command word`,
			role: "word",
			lead: front,
			pattern:
				blanks +
				this.#led(
					front,
					only ? oneOfSource(words, fold) : formSource(form, fold),
				),
			behind: only
				? `(?=${this.#blank}(?:${[...behind, `[${glued}\\t\\r\\n ]`].join("|")}|(?![^])))`
				: index === ""
					? ""
					: `(?![${classOf(form.characters, fold)}])`,
			rank: prefix === "" ? USUAL : FIRST,
		};
		const layout: Layout[] = [at(word)];
		if (index !== undefined)
			layout.push(
				optional(
					at({
						name: `${prefix}Index`,
						label: `${index}number`,
						role: "index",
						lead: index,
						pattern: `${literalSource(index, fold)}[0-9]{1,6}`,
						behind: "",
						rank: FIRST,
					}),
				),
			);
		if (stray === true)
			layout.push(
				optional(
					at({
						name: `${prefix}Stray`,
						label: "anything else",
						role: "stray",
						lead: "",
						pattern: STRAY,
						behind: "",
						rank: ANYTHING,
					}),
				),
			);
		return sequence(...layout);
	}

	#slots({ lead, between, ask }: Slots, prefix: string): Layout {
		const first = this.#slot(`${prefix}First`, lead);
		const { flags } = this.#envelope;
		const given: Layout[] = [at(first)];
		if (between !== undefined)
			given.push(repeated(at(this.#slot(`${prefix}Further`, between))));
		const parts: Layout[] = [optional(sequence(...given))];
		if (ask !== undefined)
			parts.splice(
				0,
				1,
				optional(
					choice([
						at({ ...this.#mark(`${prefix}Ask`, ask), role: "ask" }),
						sequence(...given),
					]),
				),
			);
		if (flags !== undefined)
			parts.push(repeated(choice(this.#flags(between ?? lead, prefix))));
		return sequence(...parts);
	}

	#slot(name: string, lead: string): LayoutPlace {
		const blank = isBlankLead(lead);
		return {
			name,
			label: `${lead}parameter`,
			role: "slot",
			lead,
			pattern: this.#led(
				lead,
				slotSign(this.#envelope, this.#vocabulary) + (blank ? "+" : "*"),
			),
			behind: "",
			rank: ANYTHING,
		};
	}

	#flags(lead: string, prefix: string): readonly Layout[] {
		const { flags } = this.#envelope;
		const { fold } = this.#vocabulary;
		const ends = separatorsOf(this.#envelope).map((each) =>
			literalSource(each, fold),
		);
		const behind = `(?=${this.#blank}(?:${[...ends, "(?![^])"].join("|")}))`;
		const places: Layout[] = [];
		if (flags?.confirm !== undefined)
			places.push(
				at({
					name: `${prefix}Confirm`,
					label: lead + flags.confirm,
					role: "confirm",
					lead,
					pattern: this.#led(lead, literalSource(flags.confirm, fold)),
					behind,
					rank: FIRST,
				}),
			);
		if (flags?.code !== undefined)
			places.push(
				at({
					name: `${prefix}Code`,
					label: `${lead}${flags.code}code`,
					role: "code",
					lead: lead + flags.code,
					pattern: this.#led(lead + flags.code, "[0-9A-Za-z]{1,16}"),
					behind,
					rank: FIRST,
				}),
			);
		return places;
	}

	#mark(name: string, text: string): LayoutPlace {
		return {
			name,
			label: text,
			role: "mark",
			lead: "",
			pattern: this.#led(text, ""),
			behind: "",
			rank: USUAL,
		};
	}

	/** A body with a separator in front, and blanks around that where they are free. */
	#led(lead: string, body: string): string {
		if (isBlankLead(lead)) return `${BLANKS}+${body}`;
		const front = lead === "" ? "" : this.#blank;
		const behind = lead === "" || body === "" ? "" : this.#blank;
		return front + literalSource(lead, this.#vocabulary.fold) + behind + body;
	}

	/** The separator of the place behind one. */
	#leadBehind(is: EnvelopePlace["is"]): string {
		const { order } = this.#envelope;
		const next = order[order.findIndex((place) => place.is === is) + 1];
		return next === undefined || next.is === "confirm" ? "" : (next.lead ?? "");
	}
}

/** A blank and then more, or punctuation of ASCII; not what makes a longer word. */
const STRAY =
	"(?:[ \\t\\r\\n]+[^ \\t\\r\\n][^]*|[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f!-/;->@[-`{-\\x7f][^]*)";
