import { characterName } from "../../grammar/message/character-name.ts";
import { capitals } from "../../grammar/message/characters.ts";
import { lookalikeFault, TYPE_AGAIN } from "../../grammar/message/lookalike.ts";
import type { Span } from "../../grammar/message/span.ts";
import { type Kind, Misfit, type Value } from "../parameters/kind.ts";
import { isGsm7 } from "../sms/gsm7.ts";

/** A character that makes a value one that does not fit. */
export interface WrongCharacter extends Span {
	/** What is due in its place, and what stands there; no more of the value is quoted. */
	readonly message: string;
	readonly hint: string | null;
}

/** Values are short; what lies behind is not looked at. */
const LOOKED_AT = 200;

/**
 * The character that is to blame where `text` does not fit a kind: a separator of
 * another kind than the comma, a letter or digit of another script, one that nobody
 * sees, a small letter. Null where no single one is. Places count from the beginning of `text`.
 * @param isLast whether the command has no parameter behind this one
 */
export function wrongCharacter(
	kind: Kind<Value>,
	text: string,
	isLast: boolean,
): WrongCharacter | null {
	const foreign = isText(kind) ? notOfSms : notOfAscii;
	let at = 0;
	for (const character of text.slice(0, LOOKED_AT)) {
		const end = at + character.length;
		const told = isSeparator(kind, character)
			? endedBy(
					kind,
					text.slice(0, at),
					character,
					isLast || end === text.length,
				)
			: null;
		if (told !== null) return { start: at, end, ...told };
		if (foreign(character))
			return { start: at, end, ...foreignFault(kind, character) };
		at = end;
	}
	return inOtherCase(kind, text);
}

type Told = Omit<WrongCharacter, keyof Span>;

/** Texts may hold spaces and signs, words and addresses signs. */
function isSeparator(kind: Kind<Value>, character: string): boolean {
	if (isText(kind)) return /[\r\n\uff0c]/.test(character);
	return /^(word|destination)$/.test(kind.shape.type)
		? /[\s\uff0c]/.test(character)
		: !/[\p{L}\p{N}]/u.test(character);
}

/**
 * The value ends in front of the character, and what ends there would fit.
 * @param isOver whether no parameter can follow
 */
function endedBy(
	kind: Kind<Value>,
	value: string,
	character: string,
	isOver: boolean,
): Told | null {
	if (value === "" || kind.read(value) instanceof Misfit) return null;
	const is = `this is ${characterName(character)}`;
	const lookalike = lookalikeFault(character);
	if (lookalike !== null && (isOver || lookalike.isHidden)) return null;
	return isOver
		? { message: `the value ends here, ${is}`, hint: null }
		: { message: `a comma is due here, ${is}`, hint: null };
}

function foreignFault(kind: Kind<Value>, character: string): Told {
	const name = characterName(character);
	const lookalike = lookalikeFault(character);
	if (lookalike !== null)
		return { message: lookalike.message, hint: TYPE_AGAIN };
	if (/\p{Cc}/u.test(character))
		return { message: `${name} stands here, and nobody sees it`, hint: null };
	if (isText(kind))
		return {
			message: `the GSM 7-bit alphabet has no such character, this is ${name}`,
			hint: "plain letters, digits and most Western European accents can be sent",
		};
	if (/\p{Nd}/u.test(character))
		return {
			message: `digits 0 to 9, this is ${name}`,
			hint: "full-width and other digits look alike and are different characters",
		};
	if (/\p{L}/u.test(character))
		return {
			message: `letters A to Z, this is ${name}`,
			hint: "letters of other scripts look alike and are different characters",
		};
	return {
		message: `no such character belongs here, this is ${name}`,
		hint: null,
	};
}

/** A value that would fit in capitals. */
function inOtherCase(kind: Kind<Value>, text: string): WrongCharacter | null {
	const right = capitals(text);
	const start = text.search(/[a-z]/);
	if (start === -1 || kind.read(right) instanceof Misfit) return null;
	const small = text.charAt(start);
	return {
		start,
		end: start + 1,
		message: `capitals, this is ${small}`,
		hint: `write ${right}`,
	};
}

function isText({ shape }: Kind<Value>): boolean {
	return shape.type === "text" && !shape.alphanumeric;
}

function notOfAscii(character: string): boolean {
	return !/^[ -~\t\r\n]$/.test(character);
}

function notOfSms(character: string): boolean {
	return character === "\u001b" || character === "\f" || !isGsm7(character);
}
