import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { definePlain } from "./plain-command.ts";
import { wrongZone } from "./wrong-zone.ts";
import { zoneByName } from "./zone-by-name.ts";
import { zoneName } from "./zone-names.ts";

export const bypass = definePlain({
	word: "BYPASS",
	help: "Bypass a zone, by number or name, until the next disarming.",
	source: "AndroidAPS SMS commands",
	synonyms: ["omit", "isolate", "leave out"],
	parameters: { zone: required(fields.zoneNumber) },
	example: { zone: 3 },
	slotOn: zoneByName,
	toEvent: ({ zone }) => ({ type: "bypass", zone, leaveOut: true }),
	action: ({ say, state }, { zone }) =>
		say.actions.bypass(zoneName(say, state, zone)),
	reply(done, { zone }) {
		const { say, state, refusal } = done;
		return refusal === null
			? say.leftOut(zoneName(say, state, zone))
			: wrongZone(done);
	},
	wrong: wrongZone,
});
