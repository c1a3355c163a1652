import type { LogEntry } from "../../panel/runtime.ts";
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

function entryText(
	{ say, state }: Asking,
	{ event, about, at }: LogEntry,
): readonly string[] {
	// Of a silent alarm nothing is shown: the wrong one may hold the phone.
	if (!isTold(say, event) || about.startsWith("silent-panic")) return [];
	const zone = /\bzones\.(\d+)/.exec(about)?.[1];
	const where = zone === undefined ? "" : zoneName(say, state, Number(zone));
	const what = about.split(" ")[0] ?? "";
	const mode = what.startsWith("home") ? "home" : "away";
	const said = event === "armed" ? say.modes[mode] : say.log[event];
	const which = event === "trouble" || event === "restored" ? say.troubles : {};
	const names = event === "alarm" ? say.alarms : which;
	const named = Object.entries(names).find(([name]) => name === what)?.[1];
	const words = [dayAndTime(state, at), said, named ?? "", where];
	return [words.filter((word) => word !== "").join(" ")];
}

function isTold(say: Phrases, event: string): event is ToldEntry {
	return Object.hasOwn(say.log, event);
}
