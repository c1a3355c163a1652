import type { DiagnosticCode } from "../../parameters/diagnostic-codes.ts";
import type { PanelEvent, SetRemote } from "../state/event.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import {
	type Alias,
	plainWords,
	type Question,
	type RemoteOptions,
} from "../state/remote-access.ts";
import type { PanelState } from "../state/state.ts";
import { readTemplate } from "./answer-template.ts";

/** A rule that the remote access breaks. */
export interface RemoteFault {
	readonly code: DiagnosticCode;
	/** Keys below `remote`. */
	readonly path: readonly string[];
	/** In words that follow what it is about. */
	readonly rule: string;
}

/**
 * Sets what is named and keeps the rest. Only the panel itself switches remote
 * access on again: a lost phone must not do it.
 */
export function setRemote(
	state: PanelState,
	{ remote, by }: SetRemote & Pick<PanelEvent, "by">,
): Outcome {
	if (remote.enabled === true && by.via === "sms" && !state.remote.enabled)
		return refused(
			state,
			"remote/local-only",
			"remote switch: only the panel itself switches it on",
			"enabled",
			"people enable, or keypad CODE remote on",
		);
	const next = { ...state.remote, ...remote };
	const fault = remoteFaults(next)[0];
	if (fault !== undefined)
		return refused(
			state,
			fault.code,
			`${fault.path.join(".")}: ${fault.rule}`,
			fault.path[0] ?? null,
		);
	return done({ ...state, remote: next });
}

/** Every rule that the options break. */
export function remoteFaults(options: RemoteOptions): readonly RemoteFault[] {
	const { confirmation, aliases, scripts, questions } = options;
	return [
		...twice(
			"remote/confirmation",
			"confirmation",
			confirmation.map(({ word }) => word),
			"this word is listed twice",
		),
		...confirmation.flatMap(({ word, by }, at): RemoteFault[] =>
			word === "DISARM" && by === "none"
				? [
						{
							code: "remote/disarm",
							path: ["confirmation", `${at}`, "by"],
							rule: "DISARM needs a PIN or a code, always",
						},
					]
				: [],
		),
		...aliases.flatMap(aliasFaults),
		...twice(
			"remote/alias",
			"aliases",
			aliases.map(({ alias }) => alias),
			"this alias is listed twice",
		),
		...twice(
			"remote/script",
			"scripts",
			scripts.map(({ name }) => name),
			"another script has this name",
		),
		...questions.flatMap((question, at) =>
			questionFaults(options, question, at),
		),
	];
}

/**
 * The form in which questions are compared: letters and digits only. Capitals,
 * accents, punctuation and blanks do not matter, in any locale.
 */
export function inOneForm(asked: string): string {
	return asked
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, "")
		.replace(/[æœßøłıς]/g, (letter) => folded[letter] ?? letter);
}

/** Letters that are not made of a letter and an accent. */
const folded: { readonly [letter: string]: string } = {
	æ: "ae",
	œ: "oe",
	ß: "ss",
	ø: "o",
	ł: "l",
	ı: "i",
	ς: "σ",
};

/** First words of the plain words: an alias may not stand before them. */
const firstWords: ReadonlySet<string> = new Set(
	plainWords.flatMap((word) => word.split(" ")[0] ?? []),
);

function aliasFaults({ alias }: Alias, at: number): RemoteFault[] {
	const fault = (rule: string): RemoteFault[] => [
		{ code: "remote/alias", path: ["aliases", `${at}`, "alias"], rule },
	];
	if (alias !== alias.toUpperCase()) return fault("in capitals");
	const [first = ""] = alias.split(" ");
	if (firstWords.has(first)) return fault(`it would hide ${first}`);
	// What begins a plain text; digits are PINs, zones and codes.
	return /^[A-Z]+$/.test(first) ? [] : fault("it begins with letters A to Z");
}

function questionFaults(
	{ questions, aliases }: RemoteOptions,
	{ asked, answer, people }: Question,
	at: number,
): RemoteFault[] {
	const fault = (key: string, rule: string): RemoteFault => ({
		code: "remote/question",
		path: ["questions", `${at}`, key],
		rule,
	});
	const form = inOneForm(asked);
	const [first = ""] = asked.trim().toUpperCase().split(/\s+/);
	const template = readTemplate(answer);
	const isWord =
		firstWords.has(first) || aliases.some(({ alias }) => alias === first);
	// One person cannot have two answers to one question.
	const earlier = questions
		.slice(0, at)
		.some(
			(other) =>
				inOneForm(other.asked) === form &&
				(other.people.length === 0 ||
					people.length === 0 ||
					other.people.some((id) => people.includes(id))),
		);
	return [
		...(form === "" ? [fault("asked", "it needs a letter or a digit")] : []),
		...(isWord
			? [fault("asked", `the panel would read it as the word ${first}`)]
			: []),
		...(earlier ? [fault("asked", "another question is the same")] : []),
		...(typeof template === "string" ? [fault("answer", template)] : []),
	];
}

function twice(
	code: DiagnosticCode,
	list: string,
	keys: readonly string[],
	rule: string,
): RemoteFault[] {
	return keys.flatMap((key, at) =>
		keys.indexOf(key) === at ? [] : [{ code, path: [list, `${at}`], rule }],
	);
}
