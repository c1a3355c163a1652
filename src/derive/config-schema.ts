import * as z from "zod";
import { inOrder } from "../panel/state/deadlines.ts";
import { asTyped, type Numbering } from "../panel/state/phone-number.ts";
import { factoryState, type PanelState } from "../panel/state/state.ts";
import type { Section } from "../panel/state/stored.ts";
import type { Limits } from "./bound-command.ts";
import { brokenRules } from "./config-rules.ts";
import { programmedSchemas } from "./programmed-schema.ts";
import { runtimeSchema } from "./runtime-schema.ts";

/** The version of the document that this program reads and writes. */
export const SCHEMA_VERSION = 1;

/** `panel-config.json`: the whole state of a panel, and what the file needs for itself. */
export interface ConfigDocument extends PanelState {
	/** Where editors find the JSON Schema. */
	readonly $schema?: string;
	readonly schemaVersion: typeof SCHEMA_VERSION;
}

/** What a configuration depends on of a model. */
export interface ConfigurableModel {
	readonly name: string;
	readonly aliases?: readonly string[];
	readonly limits: Limits;
	readonly sections: readonly Section[];
}

/**
 * The schema of a model's configuration, derived from the panel's fields. Only
 * `schemaVersion` and `model` must be given; what is left out has its factory
 * value. Unknown keys are refused, and so is a state that the panel could not
 * have come to by itself. Lists come out in their order, whatever it was.
 *
 * @param numbering how numbers are compared, where the panel has a country
 */
export function configSchema(
	model: ConfigurableModel,
	numbering: Numbering = asTyped,
): z.ZodType<ConfigDocument> {
	const { name, aliases = [], limits, sections } = model;
	return z
		.strictObject({
			$schema: z.string().exactOptional().meta({
				description: "Where editors find the JSON Schema of this document.",
			}),
			schemaVersion: z.literal(SCHEMA_VERSION).meta({
				description: "Version of the document's form.",
			}),
			model: z.enum([name, ...aliases]).meta({
				description: "Which product the panel is.",
			}),
			...programmedSchemas(limits, sections, factoryState(name, sections)),
			runtime: runtimeSchema,
		})
		.superRefine((document, context) => {
			for (const { path, rule } of brokenRules(document, limits, numbering))
				context.addIssue({ code: "custom", path: [...path], message: rule });
		})
		.transform(sorted);
}

/**
 * The same as JSON Schema (draft 7, which editors know best), for what people
 * write: with defaults, titles and descriptions, and without the rules that
 * need more than one place to be looked at.
 */
export function configJsonSchema(
	model: ConfigurableModel,
): z.core.JSONSchema.BaseSchema {
	return z.toJSONSchema(configSchema(model), {
		target: "draft-7",
		io: "input",
		// Zod leaves out the defaults of what it transforms, which all fields are.
		override({ zodSchema: { _zod }, jsonSchema }) {
			if (_zod.def.type === "prefault")
				jsonSchema.default = _zod.def.defaultValue;
		},
	});
}

function sorted(document: ConfigDocument): ConfigDocument {
	const { credentials, users, zones, schedules, reporting, remote, runtime } =
		document;
	const ascending = (list: readonly number[]) => list.toSorted((a, b) => a - b);
	return {
		...document,
		credentials: {
			...credentials,
			accessCodes: byId(credentials.accessCodes),
		},
		users: byId(users),
		zones: byId(zones),
		schedules: byId(schedules),
		reporting: {
			...reporting,
			destinations: byId(reporting.destinations),
			groups: byId(reporting.groups),
		},
		remote: { ...remote, people: byId(remote.people) },
		runtime: {
			...runtime,
			open: ascending(runtime.open),
			leftOut: ascending(runtime.leftOut),
			changed: byId(runtime.changed),
			trips: byId(runtime.trips),
			outbox: byId(runtime.outbox),
			deadlines: runtime.deadlines.toSorted(inOrder),
		},
	};
}

function byId<T extends { readonly id: number }>(list: readonly T[]): T[] {
	return list.toSorted((a, b) => a.id - b.id);
}
