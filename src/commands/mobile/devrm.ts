import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const devrm = defineCommand({
	word: "DEVRM",
	help: "Remove the device of a zone.",
	source: "ML58",
	synonyms: ["device", "sensor", "delete device", "remove device"],
	parameters: { zone: required(fields.zoneNumber) },
	example: { zone: 1 },
	inverse: [{ part: "zones", id: "zone", deletes: {} }],
	toEvent: ({ zone }) => ({ type: "remove-device", zone }),
});
