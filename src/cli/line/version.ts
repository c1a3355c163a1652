import packageJson from "../../../package.json" with { type: "json" };
import { SCHEMA_VERSION } from "../../derive/config-schema.ts";
import { modelNames } from "../../models/models.ts";

/** Engine, schema of the configuration file, models. */
export function versionText(): string {
	return `alarmpanel ${packageJson.version}, configuration schema ${SCHEMA_VERSION}, models ${modelNames.join(", ")}`;
}

/** The same for programs. */
export function versionJson(): object {
	return {
		version: packageJson.version,
		configurationSchema: SCHEMA_VERSION,
		models: modelNames,
	};
}
