import * as z from "zod";
import type { Field } from "../parameters/field.ts";
import {
	type FieldGroup,
	mapFields,
	type ValuesOf,
} from "../parameters/field-group.ts";
import { Misfit, type Value } from "../parameters/kind.ts";
import { viewShape } from "../parameters/shape-view.ts";
import type { Limits } from "./bound-command.ts";
import { anyOf, jsonForms } from "./json-form.ts";

/** A field as it stands in a JSON document, where it must be given. */
export function fieldSchema<T extends Value>(
	field: Field<T>,
	limits: Limits,
): z.ZodType<T> {
	return leaf(field, limits, []);
}

/**
 * A field that may be left out; its value is then `initial`. That value is
 * allowed even where the kind does not know it ("" for a device without RF id).
 */
export function settingSchema<T extends Value, const I extends Value = T>(
	field: Field<T>,
	limits: Limits,
	initial: T | I = field.initial,
): z.ZodPrefault<z.ZodType<T | I>> {
	return leaf<T, T | I>(field, limits, [initial]).prefault(initial);
}

/** The fields of a group, each of which may be left out. */
export function settingSchemas<G extends FieldGroup>(
	group: G,
	limits: Limits,
): SettingSchemas<G> {
	return mapFields(group, (field) =>
		settingSchema(field, limits),
	) as SettingSchemas<G>;
}

type SettingSchemas<G extends FieldGroup> = {
	readonly [N in keyof G]: z.ZodPrefault<z.ZodType<ValuesOf<G>[N]>>;
};

/**
 * Only the kind says which values are allowed: a JSON value becomes the text that
 * a message would have, and the kind reads that text. A model's limit narrows the
 * kind. Issues never quote the value: it may be a secret.
 *
 * @param also values that are allowed although the kind does not know them.
 */
function leaf<T extends Value, I extends Value>(
	field: Field<T>,
	limits: Limits,
	also: readonly I[],
): z.ZodType<T | I> {
	const kind = limits[field.name] ?? field.kind;
	const form = viewShape(jsonForms, kind.shape);
	const fit = (value: unknown): T | Misfit => {
		const text = form.text(value);
		if (text instanceof Misfit) return text;
		const narrowed = kind.read(text);
		return narrowed instanceof Misfit ? narrowed : field.kind.read(text);
	};
	const strangers = also.filter((value) => fit(value) instanceof Misfit);
	return z
		.unknown()
		.transform((value, context): T | I => {
			const allowed = also.find((other) => other === value);
			if (allowed !== undefined) return allowed;
			const result = fit(value);
			if (!(result instanceof Misfit)) return result;
			const rule = form.rule ?? kind.rule;
			const hint = result.hint === null ? "" : ` (${result.hint})`;
			context.addIssue(`${rule}, ${result.found}${hint}`);
			return z.NEVER;
		})
		.meta({
			title: field.label,
			description: field.help,
			...anyOf([...strangers.map((value) => ({ const: value })), form.schema]),
		});
}
