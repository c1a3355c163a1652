import { checkFirst } from "./check-first.ts";
import { oneSms } from "./one-sms.ts";
import { definePlain } from "./plain-command.ts";

export const disarm = definePlain({
	word: "DISARM",
	help: "Disarm, and end the alarm and the siren.",
	source: "AndroidAPS SMS commands",
	synonyms: ["unset", "off", "come home"],
	parameters: {},
	bare: true,
	example: {},
	toEvent: () => ({ type: "set-mode", mode: "disarm" }),
	action: ({ say }) => say.actions.disarm,
	reply(done) {
		const { say, before, refusal } = done;
		if (refusal !== null) return oneSms(say, [say.notDone, checkFirst(done)]);
		const { mode, alarms } = before.runtime;
		return mode === "disarm" && alarms.length === 0
			? say.already("disarm")
			: say.disarmed;
	},
});
