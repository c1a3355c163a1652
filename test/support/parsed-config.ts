import { configFaults } from "../../src/derive/config-faults.ts";
import { configSchema } from "../../src/derive/config-schema.ts";
import type { Model } from "../../src/models/model.ts";

export function parsed(model: Model, document: object) {
	return configSchema(model).parse({
		schemaVersion: 1,
		model: model.name,
		...document,
	});
}

/** Everything that is wrong, in lines; nothing for a document that fits. */
export function faultsOf(model: Model, document: object): readonly string[] {
	const whole = { schemaVersion: 1, model: model.name, ...document };
	const schema = configSchema(model);
	const { error } = schema.safeParse(whole);
	return error === undefined
		? []
		: configFaults(schema, error, whole).map(
				({ path, rule }) => `${path}: ${rule}`,
			);
}
