import { checkFirst } from "./check-first.ts";
import { oneSms } from "./one-sms.ts";
import { definePlain } from "./plain-command.ts";

export const smsDisable = definePlain({
	word: "SMS DISABLE",
	help: "Switch remote control off for everybody, as when a phone is lost; only people enable or the keypad brings it back.",
	source: "AndroidAPS SMS commands",
	synonyms: ["lost phone", "stolen", "remote", "switch off"],
	parameters: {},
	bare: true,
	example: {},
	aliases: ["SMS STOP"],
	toEvent: () => ({ type: "set-remote", remote: { enabled: false } }),
	action: ({ say }) => say.actions.disable,
	reply: (done) =>
		done.refusal === null
			? done.say.remoteOff
			: oneSms(done.say, [done.say.notDone, checkFirst(done)]),
});
