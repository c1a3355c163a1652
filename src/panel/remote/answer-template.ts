import { fields } from "../state/fields.ts";

/** A text with places that the panel fills in, taken apart. */
export type Template = readonly Piece[];

/** What stands between the places of a template. */
export interface Literal {
	readonly type: "literal";
	readonly text: string;
}

export type Piece =
	| Literal
	| { readonly type: "place"; readonly name: PlainPlace }
	| {
			readonly type: "place";
			readonly name: ZonePlace;
			readonly zone: number;
	  };

/** What the panel can be asked for; `name` is the asker's. */
const plainPlaces = [
	"mode",
	"open zones",
	"alarms",
	"troubles",
	"siren",
	"time",
	"name",
] as const;

export type PlainPlace = (typeof plainPlaces)[number];
export type ZonePlace = "zone" | "zone name";

/** Every placeholder as it is written, for people. */
const placeholders = [
	"{zone 3}",
	"{zone 3 name}",
	...plainPlaces.map((name) => `{${name}}`),
].join(", ");

/** Takes a template apart; the result is what is wrong where it is a text. */
export function readTemplate(text: string): Template | string {
	return readPlaces(text, placeOf, placeholders);
}

/**
 * Takes a text with places apart. Placeholders stand in braces, a brace that is
 * none of them is written twice, and there is nothing else: no template can do
 * anything. The result is what is wrong where it is a text.
 *
 * @param placeOf what a name between braces stands for; null where it is none
 * @param all every placeholder as it is written, for people
 */
export function readPlaces<Place>(
	text: string,
	placeOf: (name: string) => Place | null,
	all: string,
): readonly (Literal | Place)[] | string {
	const pieces: (Literal | Place)[] = [];
	let literal = "";
	let at = 0;
	while (at < text.length) {
		const sign = text[at] ?? "";
		if (sign !== "{" && sign !== "}") {
			literal += sign;
			at += 1;
		} else if (text[at + 1] === sign) {
			literal += sign;
			at += 2;
		} else {
			const end = sign === "{" ? text.indexOf("}", at) : -1;
			if (end === -1)
				return `write ${sign}${sign} for a ${sign}, because a single one begins a placeholder`;
			const name = text.slice(at + 1, end);
			const place = placeOf(name);
			if (place === null)
				return `there is no placeholder {${name}}; there are ${all}`;
			if (literal !== "") pieces.push({ type: "literal", text: literal });
			literal = "";
			pieces.push(place);
			at = end + 1;
		}
	}
	if (literal !== "") pieces.push({ type: "literal", text: literal });
	return pieces;
}

/** Zones that a template speaks of, each once. */
export function zonesIn(template: Template): readonly number[] {
	return [
		...new Set(
			template.flatMap((piece) => ("zone" in piece ? [piece.zone] : [])),
		),
	];
}

function placeOf(name: string): Piece | null {
	const plain = plainPlaces.find((known) => known === name);
	if (plain !== undefined) return { type: "place", name: plain };
	const [, digits, rest] = /^zone ([0-9]+)( name)?$/.exec(name) ?? [];
	if (digits === undefined) return null;
	const zone = fields.zoneNumber.kind.read(digits);
	if (typeof zone !== "number" || zone === 0) return null;
	return {
		type: "place",
		name: rest === undefined ? "zone" : "zone name",
		zone,
	};
}
