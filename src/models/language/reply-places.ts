import {
	type Literal,
	readPlaces,
} from "../../panel/remote/answer-template.ts";
import type { LanguageSettings } from "../../panel/state/stored.ts";
import type { Value } from "../../parameters/kind.ts";
import type {
	LanguageFile,
	LanguageList,
	LanguageReplyTexts,
} from "./language-file.ts";
import { firstOf, settingValue, settingValues } from "./language-settings.ts";

/** A reply with places for what the message said and what the panel keeps. */
export type LanguageTemplate = readonly (Literal | ReplyPlace)[];

type ReplyPlace =
	/** The command's word and the message, as they were sent; the panel's mode. */
	| { readonly type: "word" | "echo" | "mode" | "fault" }
	/** A parameter as it was sent. */
	| {
			readonly type: "parameter";
			readonly name: string;
			/** A number has zeros in front up to this width. */
			readonly width: number;
	  }
	/** Whether the zone that a parameter names is open. */
	| {
			readonly type: "zone";
			readonly name: string;
			readonly open: string;
			readonly shut: string;
	  }
	/** A setting after the command, `at` by the number that a parameter gives. */
	| {
			readonly type: "setting";
			readonly name: string;
			readonly at: string | null;
			/** What stands there while it is empty. */
			readonly none: string;
	  }
	/** How many of a counted setting are not empty. */
	| { readonly type: "count"; readonly name: string }
	/** A line for each of a counted setting, or for those that a parameter names. */
	| {
			readonly type: "list";
			readonly list: LanguageList;
			readonly only: string | null;
			/** With this, those from the number `only` to the number `to`. */
			readonly to: string | null;
	  };

/** The replies of a language or of one of its commands, read. */
export type LanguageReplies = {
	readonly [R in keyof LanguageReplyTexts]: LanguageTemplate | null;
};

/** What a reply is made from. */
export interface Said {
	readonly word: string;
	/** The whole text as it was sent. */
	readonly echo: string;
	readonly mode: string;
	/** The word at which a message was given up; "" where it was not. */
	readonly fault: string;
	readonly parameters: { readonly [name: string]: string };
	readonly settings: LanguageSettings;
	/** Numbers of the zones that are open. */
	readonly open: readonly number[];
}

/** Every placeholder as it is written, for people. */
const PLACEHOLDERS =
	"{word}, {echo}, {mode}, {fault}, {PARAMETER}, {PARAMETER WIDTH}, {zone PARAMETER OPEN SHUT}, {setting NAME}, {setting NAME PARAMETER}, {setting NAME PARAMETER EMPTY}, {count NAME}, {list NAME}, {list NAME PARAMETER}, {list NAME FROM TO}";

/**
 * Takes the replies of a file apart.
 *
 * @throws SyntaxError for a placeholder that there is not
 */
export function languageReplies(
	texts: {
		readonly [R in keyof LanguageReplyTexts]?:
			| LanguageReplyTexts[R]
			| undefined;
	},
	file: LanguageFile,
): LanguageReplies {
	return Object.fromEntries(
		Object.entries(texts).map(([outcome, text]) => [
			outcome,
			text == null ? null : templateOf(text, file),
		]),
	) as LanguageReplies;
}

function templateOf(text: string, file: LanguageFile): LanguageTemplate {
	const template = readPlaces(
		text,
		(name) => placeOf(name, file),
		PLACEHOLDERS,
	);
	if (typeof template === "string")
		throw new SyntaxError(`reply ${JSON.stringify(text)}: ${template}`);
	return template;
}

function placeOf(
	text: string,
	{ settings, lists }: LanguageFile,
): ReplyPlace | null {
	const [first = "", name = "", only = null, fourth = null] = text.split(" ");
	switch (first) {
		case "word":
		case "echo":
		case "mode":
		case "fault":
			return { type: first };
		case "setting":
			return Object.hasOwn(settings, name)
				? { type: "setting", name, at: only, none: fourth ?? "" }
				: null;
		case "count":
			return Object.hasOwn(settings, name) ? { type: "count", name } : null;
		case "list": {
			const list =
				lists !== undefined && Object.hasOwn(lists, name)
					? lists[name]
					: undefined;
			return list === undefined
				? null
				: { type: "list", list, only, to: fourth };
		}
		case "zone":
			return only === null || fourth === null
				? null
				: { type: "zone", name, open: only, shut: fourth };
		default:
			return /^[a-z][A-Za-z]*( [1-9])?$/.test(text)
				? { type: "parameter", name: first, width: Number(name) }
				: null;
	}
}

/** The text of a reply. */
export function languageReplyText(
	template: LanguageTemplate,
	said: Said,
): string {
	return template.map((piece) => pieceText(piece, said)).join("");
}

function pieceText(piece: Literal | ReplyPlace, said: Said): string {
	const { parameters, settings } = said;
	switch (piece.type) {
		case "literal":
			return piece.text;
		case "word":
		case "echo":
		case "mode":
		case "fault":
			return said[piece.type];
		case "parameter":
			return numbered(parameters[piece.name] ?? "", piece.width);
		case "zone":
			return said.open.includes(Number(parameters[piece.name]))
				? piece.open
				: piece.shut;
		case "setting": {
			const at = piece.at === null ? null : Number(parameters[piece.at]);
			return String(settingValue(settings, piece.name, at)) || piece.none;
		}
		case "count":
			return String(
				settingValues(settings, piece.name).filter((each) => each !== "")
					.length,
			);
		case "list":
			return listText(piece.list, numbersIn(piece, parameters), settings);
	}
}

function numbered(text: string, width: number): string {
	return /^[0-9]+$/.test(text) ? text.padStart(width, "0") : text;
}

/** The numbers of which a list is asked for; null for all. */
function numbersIn(
	{ only, to }: Extract<ReplyPlace, { type: "list" }>,
	parameters: Said["parameters"],
): ReadonlySet<number> | null {
	if (only === null) return null;
	const first = parameters[only] ?? "";
	if (to === null) return new Set([...first].map(Number));
	const last = Number(parameters[to]);
	return new Set(
		Array.from(
			{ length: Math.max(0, Math.min(last - Number(first) + 1, 250)) },
			(_, at) => Number(first) + at,
		),
	);
}

/** A line for each; `{n}` is its number, `{n 2}` with a zero in front, `{value}` what is kept. */
function listText(
	{ of, row, empty, between, none }: LanguageList,
	numbers: ReadonlySet<number> | null,
	settings: LanguageSettings,
): string {
	const values = settingValues(settings, of);
	if (none !== undefined && values.every((value) => value === "")) return none;
	const from = firstOf(settings, of);
	return values
		.map((value, at) => ({ value, n: at + from }))
		.filter(({ n }) => numbers?.has(n) ?? true)
		.map(({ value, n }) => rowText(value === "" ? empty : row, n, value))
		.filter((text) => text !== "")
		.join(between);
}

function rowText(row: string, n: number, value: Value): string {
	return row.replace(/\{n(?: ([1-9]))?\}|\{value\}/g, (place, width = "1") =>
		place === "{value}"
			? String(value)
			: String(n).padStart(Number(width), "0"),
	);
}
