import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

/** Zones of the Mobile family, as DEVRM counts them. (ML58) */
const LAST_ZONE = 5;

export const devad = defineCommand({
	word: "DEVAD",
	help: "Add a device by its RF code; it takes the first free zone.",
	source: "ML58; which zone it takes is inferred",
	synonyms: ["device", "sensor", "learn", "add device"],
	parameters: { rfCode: required(fields.pendantId) },
	example: { rfCode: "1234567890" },
	inverse: [{ part: "zones", id: null, sets: { rfCode: "rfId" } }],
	toEvent: ({ rfCode }) => ({
		type: "add-device",
		zone: null,
		lastZone: LAST_ZONE,
		rfId: rfCode,
	}),
});
