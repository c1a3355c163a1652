/**
 * The few forms of Jinja templates that the panel writes, as Home Assistant renders
 * them. Any other form is an error.
 */
import type { Json } from "./home-assistant-words.ts";

/** @throws Error for a template that is none of the panel's few */
export function rendered(
	template: string,
	variables: Readonly<Record<string, Json | undefined>>,
): string {
	const inner = /^\{\{ (.*) \}\}$/.exec(template)?.[1];
	if (inner === undefined) throw new Error(`no template: ${template}`);
	const choice = /^'(\w+)' if (.+) else '(\w+)'$/.exec(inner);
	if (choice !== null) {
		const [, yes = "", condition = "", no = ""] = choice;
		return holds(condition, variables) ? yes : no;
	}
	if (inner === "{'action': action, 'code': code} | tojson") {
		const { action = null, code = null } = variables;
		return JSON.stringify({ action, code });
	}
	return textOf(memberOf(inner, variables));
}

/** As Python: empty is false. */
export function isTruth(value: Json | undefined): boolean {
	return Array.isArray(value)
		? value.length > 0
		: value !== undefined && value !== null && value !== false && value !== "";
}

function holds(
	condition: string,
	variables: Readonly<Record<string, Json | undefined>>,
): boolean {
	if (condition.startsWith("not "))
		return !holds(condition.slice("not ".length), variables);
	const member = /^'([\w-]+)' in (value_json\.\w+)$/.exec(condition);
	if (member === null) return isTruth(memberOf(condition, variables));
	const [, word = "", path = ""] = member;
	const list = memberOf(path, variables);
	if (!Array.isArray(list)) throw new Error(`${path} is no list`);
	return list.includes(word);
}

function memberOf(
	path: string,
	{ value_json: json }: Readonly<Record<string, Json | undefined>>,
): Json {
	const key = /^value_json\.(\w+)$/.exec(path)?.[1];
	if (key === undefined) throw new Error(`not understood: ${path}`);
	if (typeof json !== "object" || json === null || !Object.hasOwn(json, key))
		throw new Error(`${path} is missing: a template would fail`);
	return (json as { readonly [key: string]: Json })[key] ?? null;
}

function textOf(value: Json): string {
	return value === null ? "None" : String(value);
}
