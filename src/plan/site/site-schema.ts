import * as z from "zod";
import { programmedSchemas } from "../../derive/programmed-schema.ts";
import type { Model } from "../../models/model.ts";
import { factoryState } from "../../panel/state/state.ts";
import { Substituted } from "./substitution.ts";

/** Parts of the configuration that a site can name. People are no business of messages. */
const parts = [
	"credentials",
	"users",
	"zones",
	"timers",
	"options",
	"schedules",
	"reporting",
	"stored",
] as const;

/** Where a list of the configuration is, or a group of settings. */
export interface SitePart {
	/** `reporting.destinations` */
	readonly path: string;
	readonly isList: boolean;
	/** Without the number of a thing in a list. */
	readonly members: readonly string[];
	/** What a member is where the configuration leaves it out. */
	readonly usual: ReadonlyMap<string, unknown>;
}

/** The form of a model's sites, and the parts that one can name. */
export interface SiteForm {
	readonly schema: z.ZodType<object>;
	readonly parts: readonly SitePart[];
}

const NUMBER_RULE = "a phone number in quotes and without spaces, as +15550100";

const known = new WeakMap<Model, SiteForm>();

/**
 * The form of a model's sites. It follows from the schema of panel-config.json:
 * the same words and rules, but nothing has to be there, nothing has a default, and
 * lists are written by number.
 */
export function siteForm(model: Model): SiteForm {
	const form = known.get(model) ?? formOf(model);
	known.set(model, form);
	return form;
}

function formOf(model: Model): SiteForm {
	const { limits, sections, name, aliases } = model;
	const programmed: { readonly [part: string]: z.ZodType } = programmedSchemas(
		limits,
		sections,
		factoryState(name, sections),
	);
	const found: SitePart[] = [];
	const shape: { [part: string]: z.ZodType } = {
		$schema: z.string().optional(),
		model: leaf(z.enum([name, ...aliases]), {
			description: "Which product the panel is.",
		}),
		number: leaf(z.string(NUMBER_RULE).regex(/^\+?[0-9]{3,20}$/, NUMBER_RULE), {
			description: "The panel's phone number.",
		}),
	};
	for (const part of parts) {
		const schema = programmed[part];
		if (schema !== undefined) shape[part] = partial(schema, part, found);
	}
	return { schema: z.strictObject(shape), parts: found };
}

/** The same schema with everything left to choice; notes down the parts in it. */
function partial(
	schema: z.core.$ZodType,
	path: string,
	found: SitePart[],
): z.ZodType {
	if (schema instanceof z.ZodPrefault)
		return partial(schema.unwrap(), path, found);
	if (schema instanceof z.ZodArray && schema.element instanceof z.ZodObject) {
		const { id, ...shape } = schema.element.shape;
		found.push({
			path,
			isList: true,
			members: Object.keys(shape),
			usual: usualOf(shape),
		});
		return numbered(id, shape).optional();
	}
	if (schema instanceof z.ZodObject) {
		const members = Object.entries<z.core.$ZodType>(schema.shape);
		const names = members.filter(([, member]) => isLeaf(member));
		if (names.length > 0)
			found.push({
				path,
				isList: false,
				members: names.map(([name]) => name),
				usual: usualOf(schema.shape),
			});
		const inside = members.map(([name, member]) => [
			name,
			partial(member, `${path}.${name}`, found),
		]);
		return z.strictObject(Object.fromEntries(inside)).optional();
	}
	return leaf(schema, z.globalRegistry.get(schema) ?? {});
}

function usualOf(shape: {
	readonly [member: string]: z.core.$ZodType;
}): ReadonlyMap<string, unknown> {
	return new Map(
		Object.entries(shape).flatMap(([name, member]) =>
			member instanceof z.ZodPrefault ? [[name, member.def.defaultValue]] : [],
		),
	);
}

function isLeaf(schema: z.core.$ZodType): boolean {
	if (schema instanceof z.ZodPrefault) return isLeaf(schema.unwrap());
	return !(schema instanceof z.ZodArray || schema instanceof z.ZodObject);
}

/** Things of a list by their number, each of which may be absent. */
function numbered(
	id: z.core.$ZodType,
	shape: { readonly [member: string]: z.core.$ZodType },
): z.ZodType {
	const members = Object.entries(shape).map(([name, member]) => [
		name,
		partial(member, name, []),
	]);
	const thing = z
		.strictObject({
			absent: z.literal(true).optional().meta({
				description: "It is to go. Nothing else is said of it then.",
			}),
			...Object.fromEntries(members),
		})
		.refine(
			(said) => said.absent === undefined || Object.keys(said).length === 1,
			"what is absent has no settings",
		);
	const number = z
		.string()
		.superRefine((key, context) => {
			const read = z.safeParse(id, /^[0-9]+$/.test(key) ? Number(key) : key);
			for (const { message } of read.error?.issues ?? [])
				context.addIssue(message);
		})
		.meta({ pattern: "^[0-9]+$" });
	return z.record(number, thing);
}

/** A value as the configuration has it, or what a reference or a variable became. */
function leaf(schema: z.core.$ZodType, meta: z.core.GlobalMeta): z.ZodType {
	return z
		.unknown()
		.transform((given, context) => {
			const result = readings(given)
				.map((value) => z.safeParse(schema, value))
				.toSorted((a, b) => Number(b.success) - Number(a.success))[0];
			if (result?.success) return result.data;
			for (const { message } of result?.error.issues ?? [])
				context.addIssue(message);
			return z.NEVER;
		})
		.optional()
		.meta(meta);
}

/** What a text in place of a value can stand for: itself, or the number that it writes. */
function readings(given: unknown): readonly unknown[] {
	if (!(given instanceof Substituted)) return [given];
	const { text } = given;
	const isLiteral = /^(?:true|false|0|[1-9][0-9]{0,8})$/.test(text);
	return isLiteral ? [text, JSON.parse(text)] : [text];
}
