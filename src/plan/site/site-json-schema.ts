import * as z from "zod";
import type { Model } from "../../models/model.ts";
import { allModels, modelNames, models } from "../../models/models.ts";
import { siteForm } from "./site-schema.ts";

interface JsonSchema {
	readonly [keyword: string]: unknown;
	readonly properties?: { readonly [name: string]: JsonSchema };
}

/** What stands in `definitions`. */
interface Definitions {
	readonly byName: { [name: string]: JsonSchema };
	/** The name of each, by its text. */
	readonly names: Map<string, string>;
}

/**
 * A JSON Schema (draft 7) for editors, which goes by the model that a site names. What
 * several models have alike, and the numbered settings of a language, stand once in
 * `definitions`.
 */
export function siteJsonSchema(): object {
	const definitions: Definitions = { byName: {}, names: new Map() };
	const forms = allModels().map((model) => ({
		if: {
			properties: { model: { enum: [model.name, ...model.aliases] } },
			...(model === models[0] ? {} : { required: ["model"] }),
		},
		// biome-ignore lint/suspicious/noThenProperty: the word is JSON Schema's.
		then: withDefinitions(model, jsonSchemaOf(model), definitions),
	}));
	return {
		$schema: "http://json-schema.org/draft-07/schema#",
		title: "What an alarm panel is to be",
		type: "object",
		properties: {
			// An installer's own language has a name that nobody knows here.
			model: { anyOf: [{ enum: modelNames }, { type: "string" }] },
		},
		allOf: forms,
		definitions: definitions.byName,
	};
}

/** A value may always be a reference or a variable. */
function jsonSchemaOf(model: Model): JsonSchema {
	const { $schema: _, ...schema } = z.toJSONSchema(siteForm(model).schema, {
		target: "draft-7",
		io: "input",
		override({ jsonSchema }) {
			const isValue =
				jsonSchema.type === "string" ||
				jsonSchema.type === "integer" ||
				jsonSchema.enum !== undefined ||
				jsonSchema.anyOf !== undefined;
			if (!isValue || jsonSchema.title === undefined) return;
			const { title, description, ...rule } = jsonSchema;
			for (const key of Object.keys(rule)) delete jsonSchema[key];
			jsonSchema.anyOf = [rule, { type: "string", pattern: "\\$\\{|\\{\\{" }];
		},
	});
	return schema as JsonSchema;
}

/** The same schema with references to what stands in the definitions, or is put there. */
function withDefinitions(
	{ name, language }: Model,
	schema: JsonSchema,
	definitions: Definitions,
): JsonSchema {
	const { stored, ...parts } = schema.properties ?? {};
	const properties: { [part: string]: JsonSchema | undefined } = {};
	for (const [part, of] of Object.entries(parts))
		properties[part] =
			of.type === "object" ? defined(`${name}-${part}`, of, definitions) : of;
	properties.stored =
		language === null || stored === undefined
			? stored
			: withNumbered(name, stored, definitions);
	return { ...schema, properties } as JsonSchema;
}

/** Settings of which a language keeps several are alike but for their numbers. */
function withNumbered(
	name: string,
	stored: JsonSchema,
	definitions: Definitions,
): JsonSchema {
	const { language = {} } = stored.properties ?? {};
	const settings = Object.entries(language.properties ?? {});
	const properties = settings.map(([setting, schema]) => {
		const base = setting.replace(/[0-9]+$/, "");
		if (base === setting) return [setting, schema];
		const title = String(schema.title).replace(/ [0-9]+$/, "");
		const alike = { ...schema, title };
		return [setting, defined(`${name}-${base}`, alike, definitions)];
	});
	return {
		...stored,
		properties: {
			language: { ...language, properties: Object.fromEntries(properties) },
		},
	};
}

/** A reference to the definition of a schema, which is the first that says the same. */
function defined(
	name: string,
	schema: JsonSchema,
	definitions: Definitions,
): JsonSchema {
	const text = JSON.stringify(schema);
	const known = definitions.names.get(text) ?? name;
	if (known === name) definitions.byName[name] = schema;
	definitions.names.set(text, known);
	return { $ref: `#/definitions/${known}` };
}
