import packageJson from "../../package.json" with { type: "json" };
import { SCHEMA_VERSION } from "../derive/config-schema.ts";
import { models } from "../models/models.ts";

/** Engine, schema of the configuration file, models. */
export function versionText(): string {
	const names = models.flatMap(({ name, aliases }) => [name, ...aliases]);
	return `alarmpanel ${packageJson.version}, configuration schema ${SCHEMA_VERSION}, models ${names.join(", ")}\n`;
}
