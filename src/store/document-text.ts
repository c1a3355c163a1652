import { z } from "zod";
import type { ConfigDocument } from "../derive/config-schema.ts";

/** The order of the keys of an object and of what is in it. */
type Order = ReadonlyMap<string, Order>;

/**
 * The text of documents of one schema, made for people: keys in the order of
 * the schema whatever happened before, so that equal states give equal files,
 * indented with tabs, and each thing in a list on a line of its own.
 */
export function documentText(
	schema: z.ZodType<ConfigDocument>,
): (document: ConfigDocument) => string {
	const order = orderOf(z.toJSONSchema(schema, { io: "input" }));
	return (document) => `${text(document, order, "\n")}\n`;
}

function text(value: unknown, order: Order, line: string): string {
	const inside = `${line}\t`;
	if (Array.isArray(value)) {
		const items = value.map((item) => JSON.stringify(arranged(item, order)));
		return items.length === 0
			? "[]"
			: `[${inside}${items.join(`,${inside}`)}${line}]`;
	}
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const members = entries(value, order).map(
		([key, member, below]) =>
			`${JSON.stringify(key)}: ${text(member, below, inside)}`,
	);
	return members.length === 0
		? "{}"
		: `{${inside}${members.join(`,${inside}`)}${line}}`;
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

/** The members of an object in their order; any that the order does not know come last. */
function entries(
	value: object,
	order: Order,
): readonly (readonly [key: string, member: unknown, below: Order])[] {
	const members = new Map<string, unknown>(Object.entries(value));
	const keys = new Set([...order.keys(), ...members.keys()]);
	return [...keys]
		.filter((key) => members.get(key) !== undefined)
		.map((key) => [key, members.get(key), order.get(key) ?? none]);
}

const none: Order = new Map();

/** The order that a JSON Schema gives; lists have that of their things. */
function orderOf(schema: unknown): Order {
	const { properties, items } = z
		.object({
			properties: z.record(z.string(), z.unknown()).default({}),
			items: z.unknown(),
		})
		.parse(schema);
	return items === undefined
		? new Map(
				Object.entries(properties).map(([key, below]) => [key, orderOf(below)]),
			)
		: orderOf(items);
}
