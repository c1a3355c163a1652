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
	return error.issues.flatMap((issue) => {
		if (issue.code === "unrecognized_keys") {
			const known = knownKeys(schema, issue.path);
			return issue.keys.map((key) => ({
				path: pathOf([...issue.path, key], document),
				rule: strangerRule(key, known),
			}));
		}
		const value = valueAt(document, issue.path);
		return { path: pathOf(issue.path, document), rule: ruleOf(issue, value) };
	});
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
