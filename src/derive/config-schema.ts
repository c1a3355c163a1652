import * as z from "zod";
import { inOrder } from "../panel/state/deadlines.ts";
import { asTyped, type Numbering } from "../panel/state/phone-number.ts";
import { factoryState, type PanelState } from "../panel/state/state.ts";
import type { ModelSection } from "../panel/state/stored.ts";
import type { Limits } from "./bound-command.ts";
import { brokenRules } from "./config-rules.ts";
import {
	type IntegrationsOnFile,
	integrationsSchema,
} from "./integrations-schema.ts";
import {
	type ModemSettingsOnFile,
	modemSettingsSchema,
} from "./modem-settings-schema.ts";
import { programmedSchemas } from "./programmed-schema.ts";
import { runtimeSchema } from "./runtime-schema.ts";

/** The version of the document that this program reads and writes. */
export const SCHEMA_VERSION = 1;

/** `panel-config.json`: the whole state of a panel, with the fields of the file itself. */
export interface ConfigDocument extends PanelState {
	/** Where editors find the JSON Schema. */
	readonly $schema?: string;
	readonly schemaVersion: typeof SCHEMA_VERSION;
	/** How the panel uses its modem; no part of its state. */
	readonly modem?: ModemSettingsOnFile;
	/** What it is tied to besides phones; no part of its state. */
	readonly integrations?: IntegrationsOnFile;
}

/** A document's panel, and what the file says besides. */
export interface PartedDocument {
	readonly state: PanelState;
	readonly besides: Pick<ConfigDocument, "$schema" | "modem" | "integrations">;
}

export function parted(document: ConfigDocument): PartedDocument {
	const { $schema, schemaVersion: _, modem, integrations, ...state } = document;
	return {
		state,
		besides: {
			...($schema === undefined ? {} : { $schema }),
			...(modem === undefined ? {} : { modem }),
			...(integrations === undefined ? {} : { integrations }),
		},
	};
}

/** The parts of a model that its configuration depends on. */
export interface ConfigurableModel {
	readonly name: string;
	readonly aliases?: readonly string[];
	readonly limits: Limits;
	readonly sections: readonly ModelSection[];
}

/**
 * The schema of a model's configuration, derived from the panel's fields. Only
 * `schemaVersion` and `model` are required; other fields have factory values. It
 * refuses unknown keys and states that a panel cannot reach. It sorts lists.
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
			modem: modemSettingsSchema.exactOptional(),
			integrations: integrationsSchema.exactOptional(),
			runtime: runtimeSchema,
		})
		.superRefine((document, context) => {
			for (const { path, rule } of brokenRules(document, limits, numbering))
				context.addIssue({ code: "custom", path: [...path], message: rule });
		})
		.transform(sorted);
}

/**
 * The same as JSON Schema for editors (draft 7, which they know best): with
 * defaults, titles and descriptions, without the rules that need more than one
 * place.
 */
export function configJsonSchema(
	model: ConfigurableModel,
): z.core.JSONSchema.BaseSchema {
	return z.toJSONSchema(configSchema(model), {
		target: "draft-7",
		io: "input",
		// Zod leaves out the defaults of transformed fields, and all fields are transformed.
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
			failing: byId(runtime.failing),
			deadlines: runtime.deadlines.toSorted(inOrder),
		},
	};
}

function byId<T extends { readonly id: number }>(list: readonly T[]): T[] {
	return list.toSorted((a, b) => a.id - b.id);
}
