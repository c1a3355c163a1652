import type { LogEvent } from "../../panel/state/log-events.ts";
import { readSubject } from "../../panel/state/log-subject.ts";
import type { LogEntry } from "../../panel/state/runtime.ts";
import { septetCount } from "../../sms/gsm7.ts";
import { ONE_SMS } from "./one-sms.ts";
import type { Phrases, ToldEntry } from "./phrases/phrases.ts";
import { type Asking, definePlain } from "./plain-command.ts";
import { dayAndTime } from "./when.ts";
import { zoneName } from "./zone-names.ts";

export const log = definePlain({
	word: "LOG",
	help: "Say what happened last, the latest first.",
	source: "AndroidAPS SMS commands",
	synonyms: ["history", "events", "who"],
	parameters: {},
	bare: true,
	example: {},
	reply(asking) {
		const { say, state } = asking;
		const items = state.runtime.log
			.flatMap((entry) => entryText(asking, entry))
			.reverse();
		if (items.length === 0) return say.noLog;
		const shown = items.slice(0, 10);
		// The latest few are the answer: how many there are besides says nothing.
		for (let count = shown.length; count > 1; count -= 1) {
			const text = `${shown.slice(0, count).join("; ")}.`;
			if (septetCount(text) <= ONE_SMS) return text;
		}
		return `${shown[0]}.`;
	},
});

function entryText({ say, state }: Asking, entry: LogEntry): readonly string[] {
	const { event, at } = entry;
	const { zone, alarm, trouble, mode } = readSubject(entry);
	// A silent alarm is not shown: an intruder may hold the phone.
	if (!isTold(say, event) || alarm === "silent-panic") return [];
	const words = [
		dayAndTime(state, at),
		event === "armed" && mode !== null ? say.modes[mode] : say.log[event],
		alarm === null ? "" : say.alarms[alarm],
		// Of a device in trouble its zone is named, which leaves room for more entries.
		trouble === null || zone !== null ? "" : say.troubles[trouble],
		zone === null ? "" : zoneName(say, state, zone),
	];
	return [words.filter((word) => word !== "").join(" ")];
}

function isTold(say: Phrases, event: LogEvent): event is ToldEntry {
	return Object.hasOwn(say.log, event);
}
