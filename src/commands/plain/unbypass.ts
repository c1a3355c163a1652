import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { definePlain } from "./plain-command.ts";
import { wrongZone } from "./wrong-zone.ts";
import { zoneByName } from "./zone-by-name.ts";
import { zoneName } from "./zone-names.ts";

export const unbypass = definePlain({
	word: "UNBYPASS",
	help: "Watch a bypassed zone again, by number or name.",
	source: "AndroidAPS SMS commands",
	synonyms: ["omit", "isolate", "watch"],
	parameters: { zone: required(fields.zoneNumber) },
	example: { zone: 3 },
	slotOn: zoneByName,
	toEvent: ({ zone }) => ({ type: "bypass", zone, leaveOut: false }),
	action: ({ say, state }, { zone }) =>
		say.actions.unbypass(zoneName(say, state, zone)),
	reply(done, { zone }) {
		const { say, state, refusal } = done;
		return refusal === null
			? say.watched(zoneName(say, state, zone))
			: wrongZone(done);
	},
	wrong: wrongZone,
});
