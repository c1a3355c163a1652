import * as z from "zod";
import type { ConfigDocument } from "../derive/config-schema.ts";

/** The order of the keys of an object, or of the things in a list, and of what is in them. */
type Order = ReadonlyMap<string, Order>;

const none: Order = new Map();

/**
 * Prints documents of one schema for people: indented with tabs, each item of a
 * list on its own line, and keys in the schema's order, so that equal states give
 * equal files.
 */
export function documentText(
	schema: z.ZodType<ConfigDocument>,
): (document: ConfigDocument) => string {
	// A file that is only read has no use for it.
	let order: Order | null = null;
	// Successive states share what did not change, so most lines are known.
	const printed = new WeakMap<object, string>();
	const lineOf = (thing: unknown, order: Order): string => {
		if (typeof thing !== "object" || thing === null)
			return JSON.stringify(thing);
		const known = printed.get(thing);
		if (known !== undefined) return known;
		const line = JSON.stringify(arranged(thing, order));
		printed.set(thing, line);
		return line;
	};
	const textOf = (value: unknown, order: Order, line: string): string => {
		const inside = `${line}\t`;
		if (Array.isArray(value))
			return block(
				"[]",
				value.map((thing) => lineOf(thing, order)),
				inside,
				line,
			);
		if (typeof value !== "object" || value === null)
			return JSON.stringify(value);
		const members = entries(value, order).map(
			([key, member, below]) =>
				`${JSON.stringify(key)}: ${textOf(member, below, inside)}`,
		);
		return block("{}", members, inside, line);
	};
	return (document) => {
		order ??= orderOf(schema);
		return `${textOf(document, order, "\n")}\n`;
	};
}

function block(
	brackets: string,
	parts: readonly string[],
	inside: string,
	line: string,
): string {
	return parts.length === 0
		? brackets
		: `${brackets.charAt(0)}${inside}${parts.join(`,${inside}`)}${line}${brackets.charAt(1)}`;
}

function arranged(value: unknown, order: Order): unknown {
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return value.map((item) => arranged(item, order));
	return Object.fromEntries(
		entries(value, order).map(([key, member, below]) => [
			key,
			arranged(member, below),
		]),
	);
}

/** The members of an object in their order; unknown ones come last. */
function entries(
	value: object,
	order: Order,
): readonly (readonly [key: string, member: unknown, below: Order])[] {
	const members = new Map<string, unknown>(Object.entries(value));
	return [...new Set([...order.keys(), ...members.keys()])]
		.filter((key) => members.get(key) !== undefined)
		.map((key) => [key, members.get(key), order.get(key) ?? none]);
}

/** The order in which a schema names its keys. */
function orderOf(schema: z.core.$ZodType): Order {
	if (schema instanceof z.ZodObject)
		return new Map(
			Object.entries(schema.shape).map(([key, member]) => [
				key,
				orderOf(member),
			]),
		);
	if (schema instanceof z.ZodArray) return orderOf(schema.element);
	if (schema instanceof z.ZodPrefault || schema instanceof z.ZodNullable)
		return orderOf(schema.unwrap());
	if (schema instanceof z.ZodPipe) return orderOf(schema.in);
	return none;
}
