import { Misfit, type Option, type Value } from "../parameters/kind.ts";
import { type ShapeView, viewShape } from "../parameters/shape-view.ts";
import { nearestName } from "./nearest-name.ts";

/** How the values of a kind stand in a JSON document. */
export interface JsonForm {
	/** As JSON Schema. */
	readonly schema: { readonly [keyword: string]: unknown };
	/** The rule in the document's words; null where the kind's own will do. */
	readonly rule: string | null;
	/** The text that stands for the value in a message; the kind reads the rest. */
	text(value: unknown): string | Misfit;
}

/** The JSON form of every kind. Ranges and lists come from the shape. */
export const jsonForms: ShapeView<JsonForm> = {
	integer: ({ ranges, step }) => {
		const alternatives = ranges.map(([minimum, maximum]) => ({
			type: "integer",
			minimum,
			maximum,
			...(step === 1 || minimum % step !== 0 ? {} : { multipleOf: step }),
		}));
		return {
			schema: anyOf(alternatives),
			rule: null,
			text(value) {
				if (typeof value !== "number")
					return new Misfit(
						"type",
						found(value),
						typeof value === "string" ? "write it without quotes" : null,
					);
				if (!Number.isInteger(value))
					return new Misfit("integer", "this is not a whole number");
				// Kinds read digits only, and no range holds a number that is no safe integer.
				return value < 0 || !Number.isSafeInteger(value)
					? new Misfit("range", "this is outside")
					: String(value);
			},
		};
	},
	choice: ({ options }) => ({
		schema: { enum: options.map(({ value }) => value) },
		rule: choiceRule(options),
		text: (value) =>
			options.find((option) => option.value === value)?.text ??
			noneOf(options, value),
	}),
	digits: ({ min, max }) => ({
		schema: { type: "string", pattern: `^[0-9]{${min},${max}}$` },
		rule: null,
		text: ownText,
	}),
	hexadecimal: ({ lengths }) => ({
		schema: {
			type: "string",
			pattern: `^(${lengths.map((length) => `[0-9A-Fa-f]{${length}}`).join("|")})$`,
		},
		rule: null,
		text: ownText,
	}),
	text: ({ max, alphanumeric, min }) => ({
		schema: {
			type: "string",
			...(min === undefined ? {} : { minLength: min }),
			maxLength: max,
			...(alphanumeric ? { pattern: "^[0-9A-Za-z]*$" } : {}),
		},
		rule: null,
		text: ownText,
	}),
	word: ({ max }) => ({
		schema: { type: "string", pattern: `^[!-+\\--9;-~]{1,${max}}$` },
		rule: null,
		text: ownText,
	}),
	"time-of-day": () => ({
		schema: { type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" },
		rule: null,
		text: ownText,
	}),
	phone: ({ max }) => ({
		schema: { type: "string", pattern: `^\\+?[0-9]{1,${max}}$` },
		rule: null,
		text: ownText,
	}),
	padded: ({ width, ranges }) => {
		const whole = jsonForms.integer({ type: "integer", ranges, step: 1 });
		return {
			...whole,
			text(value) {
				const text = whole.text(value);
				return text instanceof Misfit ? text : text.padStart(width, "0");
			},
		};
	},
	tuple: () => anyText,
	list: () => anyText,
	"digit-set": () => anyText,
	date: () => anyText,
	glued: ({ word, of }) => {
		const inner = viewShape(jsonForms, of);
		return {
			...inner,
			text(value) {
				const text = inner.text(value);
				return text instanceof Misfit ? text : word + text;
			},
		};
	},
	letters: ({ min, max }) => ({
		schema: { type: "string", pattern: `^[A-Za-z]{${min},${max}}$` },
		rule: null,
		text: ownText,
	}),
	destination: ({ max }) => ({
		schema: { type: "string", minLength: 1, maxLength: max },
		rule: null,
		text: ownText,
	}),
};

/** What the kind alone can judge. */
const anyText: JsonForm = {
	schema: { type: "string" },
	rule: null,
	text: ownText,
};

/** JSON Schema for one of several. */
export function anyOf(
	alternatives: readonly JsonForm["schema"][],
): JsonForm["schema"] {
	const [first, ...others] = alternatives;
	return first !== undefined && others.length === 0
		? first
		: { anyOf: alternatives };
}

/** What a JSON value is, in words that follow "this is". */
export function jsonType(value: unknown): string {
	if (value === undefined) return "missing";
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	switch (typeof value) {
		case "string":
			return "a text";
		case "number":
			return "a number";
		case "boolean":
			return `${value}`;
		default:
			return "an object";
	}
}

function found(value: unknown): string {
	return `this is ${jsonType(value)}`;
}

function ownText(value: unknown): string | Misfit {
	return typeof value === "string"
		? value
		: new Misfit(
				"type",
				found(value),
				typeof value === "number" ? "write it in quotes" : null,
			);
}

function choiceRule(options: readonly Option[]): string {
	const values = options.map(({ value }) => value);
	return values.every((value) => typeof value === "boolean")
		? "true or false"
		: `one of ${values.join(", ")}`;
}

function noneOf(options: readonly Option[], value: unknown): Misfit {
	if (typeof value !== typeof options[0]?.value)
		return new Misfit("type", found(value));
	const names = options.map((option: { value: Value }) => String(option.value));
	const near = nearestName(String(value), names);
	return new Misfit(
		"choice",
		"this is none of them",
		near === null ? null : `did you mean ${near}?`,
	);
}
