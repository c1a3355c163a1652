import * as z from "zod";
import { dc09Schema } from "./dc09-schema.ts";
import { mqttSettingsSchema } from "./mqtt-settings-schema.ts";

/**
 * What the panel is tied to besides phones: the part `integrations` of the file. It
 * is no part of the panel's state, so it is in no digest, snapshot or plan.
 */
export const integrationsSchema = z
	.strictObject({
		mqtt: mqttSettingsSchema.exactOptional(),
		dc09: dc09Schema.exactOptional(),
	})
	.meta({ description: "What the panel is tied to besides phones." });

export type IntegrationsOnFile = z.infer<typeof integrationsSchema>;
