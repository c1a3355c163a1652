import * as z from "zod";
import { howMany } from "../how-many.ts";
import { idOf } from "../panel/state/numbered.ts";
import { jsonType } from "./json-form.ts";
import { nearestName } from "./nearest-name.ts";

/** One thing that is wrong with a configuration. It quotes no values. */
export interface ConfigFault {
	/** Keys from the root, things in lists by their id: `users.1.pin`; "" for the whole. */
	readonly path: string;
	/** The rule and what is there instead: `4 digits, this has 5`. */
	readonly rule: string;
}

/** A place in a document: keys, and positions in lists. */
type Place = readonly PropertyKey[];

/** Everything in a document that breaks the schema, for people. */
export function configFaults(
	schema: z.ZodType,
	error: z.ZodError,
	document: unknown,
): readonly ConfigFault[] {
	return placedFaults(schema, error, document).map(({ place, rule }) => ({
		path: pathOf(place, document),
		rule,
	}));
}

/** The same with places as a program finds them. */
export function placedFaults(
	schema: z.ZodType,
	error: z.ZodError,
	document: unknown,
): readonly { readonly place: Place; readonly rule: string }[] {
	return error.issues.map(nearestIssue).flatMap((issue) => {
		const { path: place } = issue;
		if (issue.code === "unrecognized_keys") {
			const known = knownKeys(schema, place);
			return issue.keys.map((key) => ({
				place: [...place, key],
				rule: strangerRule(key, known),
			}));
		}
		return { place, rule: ruleOf(issue, valueAt(document, place)) };
	});
}

/** Of an object that fits none of several forms what keeps it from the form that it is nearest to. */
function nearestIssue(issue: z.core.$ZodIssue): z.core.$ZodIssue {
	if (issue.code !== "invalid_union") return issue;
	const isInside = ({ path, code }: z.core.$ZodIssue) =>
		path.length > 0 || code === "unrecognized_keys";
	const forms = issue.errors.filter((issues) => issues.every(isInside));
	const [least] = forms.map(({ length }) => length).sort((a, b) => a - b);
	const [form, ...others] = forms.filter(({ length }) => length === least);
	const [first] = form ?? [];
	if (first === undefined) return issue;
	if (others.length > 0)
		return {
			...issue,
			code: "custom",
			message: "it has none of the forms that may stand here",
		};
	return nearestIssue({ ...first, path: [...issue.path, ...first.path] });
}

/**
 * The first thing that is wrong, with its place: `quirks[0].word: a text, this is 3`.
 * @param whole what the document is called where all of it is wrong: `the file`
 */
export function firstFault(
	schema: z.ZodType,
	error: z.ZodError,
	document: unknown,
	whole: string,
): string {
	const [fault] = configFaults(schema, error, document);
	return `${fault?.path || whole}: ${fault?.rule ?? "it does not fit"}`;
}

function ruleOf(issue: z.core.$ZodIssue, value: unknown): string {
	switch (issue.code) {
		case "invalid_type":
			// No value is quoted: it may be a PIN.
			if (issue.expected === "int" && typeof value === "number")
				return `${expected(issue.expected)}, this is none`;
			return `${expected(issue.expected)}, this is ${jsonType(value)}`;
		case "invalid_value": {
			const rule = `${issue.values.length === 1 ? "" : "one of "}${issue.values.join(", ")}`;
			if (typeof value !== typeof issue.values[0])
				return `${rule}, this is ${jsonType(value)}`;
			const near = nearestName(String(value), issue.values.map(String));
			return near === null ? rule : `${rule} (did you mean ${near}?)`;
		}
		case "invalid_union":
			return [
				...new Set(
					issue.errors.flatMap((issues) =>
						issues.map((inner) => ruleOf(inner, value)),
					),
				),
			].join("; or ");
		case "too_small":
			return `at least ${sized(issue.minimum, issue.origin)}`;
		case "too_big":
			return `at most ${sized(issue.maximum, issue.origin)}`;
		default:
			return issue.message;
	}
}

/** A limit, and of what it is one: of a number, or of how many. */
function sized(limit: number | bigint, origin: string): string {
	if (origin === "string") return howMany(Number(limit), "character");
	return origin === "array"
		? howMany(Number(limit), "entry", "entries")
		: `${limit}`;
}

function expected(type: string): string {
	const words: { readonly [type: string]: string } = {
		array: "a list",
		tuple: "a list",
		record: "an object",
		boolean: "true or false",
		object: "an object",
		string: "a text",
		int: "a whole number",
		number: "a number",
		null: "null",
	};
	return words[type] ?? type;
}

function strangerRule(key: string, known: readonly string[]): string {
	const near = nearestName(key, known);
	return near === null
		? "there is no such key"
		: `there is no such key (did you mean ${near}?)`;
}

function pathOf(place: Place, document: unknown): string {
	let path = "";
	let parent = document;
	for (const key of place) {
		const child = childOf(parent, key);
		const id = typeof key === "number" ? idOf(child) : String(key);
		path += id === null ? `[${String(key)}]` : path === "" ? id : `.${id}`;
		parent = child;
	}
	return path;
}

function valueAt(document: unknown, place: Place): unknown {
	return place.reduce(childOf, document);
}

function childOf(parent: unknown, key: PropertyKey): unknown {
	if (typeof parent !== "object" || parent === null) return undefined;
	return Object.getOwnPropertyDescriptor(parent, key)?.value;
}

/** The keys that a schema knows at a place, in their order. */
function knownKeys(schema: z.ZodType, place: Place): readonly string[] {
	const json = z.toJSONSchema(schema, { io: "input" });
	const inside = place.reduce(
		(node: unknown, key) =>
			typeof key === "number"
				? childOf(node, "items")
				: childOf(childOf(node, "properties"), key),
		json,
	);
	return Object.keys(childOf(inside, "properties") ?? {});
}
