import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { oneSms } from "./one-sms.ts";
import { definePlain } from "./plain-command.ts";
import { wrongZone } from "./wrong-zone.ts";
import { zoneByName } from "./zone-by-name.ts";
import { namesOf, zoneName } from "./zone-names.ts";

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
		if (refusal === null) return say.watched(zoneName(say, state, zone));
		return refusal.code === "zone/not-watched"
			? oneSms(say, [
					say.notDone,
					namesOf(say, state, say.heads.faults, [zone]),
				])
			: wrongZone(done);
	},
	wrong: wrongZone,
});
