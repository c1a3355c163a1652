import { Rule } from "chevrotain";
import type { Diagnostic } from "../message/diagnostic.ts";
import type { Dialect, Grammar } from "../message/dialect.ts";
import { inlined } from "../message/inlined.ts";
import type { Message, Part, Wording } from "../message/message.ts";
import type { CommandForm, Envelope } from "./envelope.ts";
import { explanation } from "./explanation.ts";
import type { FormEnd } from "./form-tree.ts";
import { formsLayout } from "./forms.ts";
import { type Furthest, furthest } from "./furthest.ts";
import { type Layout, type LayoutPlace, type Mode, modesOf } from "./layout.ts";
import { layoutGrammar } from "./layout-parser.ts";
import { placesLayout } from "./places.ts";
import { bodyOf, messageOfForm, messageOfPlaces } from "./reading.ts";
import { walk } from "./walk.ts";
import { writeForm, writePlaces } from "./writing.ts";

/** A language as a file has it, as far as it is about characters. */
export interface FamilyLanguage {
	readonly name: string;
	/** The form of all messages in one line: `PWD=CODE#WORD=value#`. */
	readonly shape: string;
	/** Capitals and small letters are alike. */
	readonly fold: boolean;
	/** Tried in order; the first is written. */
	readonly envelopes: readonly Envelope[];
	/** Every command word of the family `places`. */
	readonly words: readonly string[];
	/** Every command of the family `forms`. */
	readonly forms: readonly CommandForm[];
}

/** The shape of a language that a file describes. */
export interface FamilyDialect extends Dialect {
	/**
	 * The code of a text that is no message of the language, as far as it can be
	 * told; null where there is none.
	 */
	codeIn(text: string): Part | null;
}

/** One envelope, ready to read. */
interface Reader {
	readonly layout: Layout;
	readonly start: Mode;
	readonly ends: ReadonlyMap<LayoutPlace, FormEnd> | null;
}

/**
 * Makes a dialect of a language. Its readers are built when it first reads, its
 * Chevrotain grammar when somebody wants to see it.
 *
 * @throws SyntaxError when it first reads, for a form that cannot be one
 */
export function familyDialect(language: FamilyLanguage): FamilyDialect {
	const { name, shape, envelopes } = language;
	let readers: readonly Reader[] | undefined;
	let grammar: Grammar | undefined;
	const known = (): readonly Reader[] => {
		readers ??= envelopes.map((envelope) => readerOf(envelope, language));
		return readers;
	};
	const [first] = envelopes;
	return {
		name,
		shape,
		hasKeyword: false,
		hasBlanks: first !== undefined && canBlank(first),
		read: (text) => firstRead(known(), text),
		explain: (text) => explain(known(), text, shape),
		write: (wording) => write(language, wording),
		form: (word, slots) =>
			write(language, { keyword: "", code: "CODE", word, slots }),
		grammar() {
			grammar ??= grammarOf(known());
			return grammar;
		},
		codeIn: (text) => codeIn(known(), text),
	};
}

/** The arrangement of each envelope: for tests, which have Chevrotain check it. */
export function layoutsOf(language: FamilyLanguage): readonly Layout[] {
	return language.envelopes.map(
		(envelope) => readerOf(envelope, language).layout,
	);
}

function readerOf(envelope: Envelope, language: FamilyLanguage): Reader {
	const { forms, fold } = language;
	if (envelope.family === "forms") {
		const prefix = language.envelopes.length > 1 ? "Form" : "";
		const { layout, ends } = formsLayout(envelope, forms, fold, prefix);
		return { layout, start: modesOf(layout), ends };
	}
	const layout = placesLayout(envelope, language);
	return { layout, start: modesOf(layout), ends: null };
}

function firstRead(readers: readonly Reader[], text: string): Message | null {
	for (const { start, ends } of readers) {
		const { steps, stop } = walk(text, start);
		if (stop !== null) continue;
		if (ends === null) return messageOfPlaces(text, steps);
		const last = steps.at(-1);
		const end = last && ends.get(last.place);
		if (end !== undefined) return messageOfForm(text, steps, end);
	}
	return null;
}

/** By the envelope in which the text gets furthest. */
function explain(
	readers: readonly Reader[],
	text: string,
	shape: string,
): Diagnostic {
	if (firstRead(readers, text) !== null)
		throw new Error("the message is well built");
	return explanation(text, furthestOf(readers, text), shape);
}

function furthestOf(readers: readonly Reader[], text: string): Furthest {
	const ways = readers.map(({ start }) => furthest(text, start));
	const [first] = ways;
	if (first === undefined) return { at: 0, steps: [], due: [] };
	return ways.reduce((best, way) => (way.at > best.at ? way : best), first);
}

function codeIn(readers: readonly Reader[], text: string): Part | null {
	const { steps } = furthestOf(readers, text);
	const code = steps.find(({ place }) => place.role === "code");
	if (code !== undefined) return bodyOf(text, code);
	// Where it comes last, the last thing that has no blank in it may be one.
	const last = /[0-9A-Za-z]+(?=[ \t\r\n]*$)/.exec(text.slice(-40))?.[0];
	if (last === undefined) return null;
	const start = text.lastIndexOf(last);
	return { text: last, start, end: start + last.length };
}

function write({ envelopes, forms }: FamilyLanguage, wording: Wording): string {
	const form = forms.find(({ name }) => name === wording.word);
	if (form !== undefined) return writeForm(form, wording, confirmIn(envelopes));
	for (const envelope of envelopes)
		if (envelope.family === "places") return writePlaces(envelope, wording);
	return wording.code + wording.word + wording.slots.join("");
}

/** What asks for a reply in a form. */
function confirmIn(envelopes: readonly Envelope[]): string {
	return (
		envelopes.find((envelope) => envelope.family === "forms")?.confirm ?? ""
	);
}

/** Whether a parameter can be said and left empty. */
function canBlank(envelope: Envelope): boolean {
	return (
		envelope.family === "forms" ||
		envelope.order.some(
			(place) => place.is === "slots" && place.lead.trim() !== "",
		)
	);
}

function grammarOf(readers: readonly Reader[]): Grammar {
	const grammars = readers.map(({ layout }) => layoutGrammar(layout));
	return {
		rules: grammars.flatMap(({ parser }, at) => {
			const { message } = parser.getGAstProductions();
			if (message === undefined) return [];
			const name = grammars.length === 1 ? "message" : `message${at + 1}`;
			return new Rule({ name, definition: [...inlined(message.definition)] });
		}),
		tokens: grammars.flatMap(({ types }) => types),
	};
}
