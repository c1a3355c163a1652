import type { LogEvent } from "../../panel/state/log-events.ts";
import { readSubject } from "../../panel/state/log-subject.ts";
import type { LogEntry } from "../../panel/state/runtime.ts";
import { isGsm7, septetCount } from "../../sms/gsm7.ts";
import { faultName } from "./faults.ts";
import { doer } from "./log-doer.ts";
import { ONE_SMS } from "./one-sms.ts";
import type { Phrases, ToldEntry } from "./phrases/phrases.ts";
import { type Asking, definePlain } from "./plain-command.ts";
import { dayAndTime } from "./when.ts";
import { zoneName } from "./zone-names.ts";

export const log = definePlain({
	word: "LOG",
	help: "Say what happened last and who did it, the latest first.",
	source: "AndroidAPS SMS commands",
	synonyms: ["history", "events", "who"],
	parameters: {},
	bare: true,
	example: {},
	reply(asking) {
		const { say, state } = asking;
		const entries = state.runtime.log
			.flatMap((entry) => toldEntry(asking, entry))
			.reverse()
			.slice(0, 10);
		const [latest] = entries;
		if (latest === undefined) return say.noLog;
		// How many entries there are besides says nothing: they are left off.
		for (let count = entries.length; count > 0; count -= 1) {
			const text = entries
				.slice(0, count)
				.map((entry) => entryText(say, entry))
				.join("; ");
			if (fits(text)) return `${text}.`;
		}
		return `${shortened(say, latest)}.`;
	},
});

/** An entry in words: when and what, with which zones and troubles, by whom. */
interface EntryInWords {
	readonly what: string;
	readonly items: readonly string[];
	readonly who: string;
}

function toldEntry(asking: Asking, entry: LogEntry): readonly EntryInWords[] {
	const { say, state } = asking;
	const { event, at, about } = entry;
	const { alarm, mode } = readSubject(entry);
	// A silent alarm is not shown: an intruder may hold the phone.
	if (!isTold(say, event) || alarm === "silent-panic") return [];
	const name =
		event === "armed" && mode !== null ? say.modes[mode] : say.log[event];
	const kind = alarm === null ? "" : say.alarms[alarm];
	const when = event === "arm-at" ? carried(about) : "";
	const who = hasDoer[event] ? carried(doer(asking, entry.by)) : "";
	return [
		{
			what: words([
				dayAndTime(state, at),
				event === "arm-fault" ? `${name}:` : name,
				kind,
				when,
			]),
			items: concerned(asking, entry),
			who: who === "" ? "" : say.doneBy(who),
		},
	];
}

/** Names of senders may hold what no SMS in GSM-7 can carry: they are left out. */
function carried(text: string): string {
	return isGsm7(text) ? text : "";
}

/** Which zones, troubles or settings an entry is about. */
function concerned({ say, state }: Asking, entry: LogEntry): readonly string[] {
	const { zone, trouble, faults } = readSubject(entry);
	if (faults.length > 0)
		return faults.map(({ zone: id, what }) =>
			// What somebody arms in spite of is open where nothing else is said.
			what === "open" && entry.event === "forced"
				? zoneName(say, state, id)
				: faultName(say, state, { zone: id, what }),
		);
	if (trouble !== null)
		return [faultName(say, state, { zone: zone ?? 0, what: trouble })];
	if (zone !== null) return [zoneName(say, state, zone)];
	return entry.event === "programmed" ? [carried(entry.about)] : [];
}

function entryText(
	say: Phrases,
	entry: EntryInWords,
	shown = Infinity,
): string {
	const { what, items, who } = entry;
	const left = items.length - shown;
	const named = left > 0 ? [...items.slice(0, shown), say.more(left)] : items;
	const list = named.join(", ");
	const isApart = list !== "" && who !== "";
	return words([what, isApart ? `${list},` : list, who]);
}

/** An entry that is longer than an SMS names as many as have room. */
function shortened(say: Phrases, entry: EntryInWords): string {
	for (let shown = entry.items.length; shown > 0; shown -= 1) {
		const text = entryText(say, entry, shown);
		if (fits(text)) return text;
	}
	return entryText(say, entry, 0);
}

function fits(text: string): boolean {
	return septetCount(text) < ONE_SMS;
}

function words(all: readonly string[]): string {
	return all.filter((word) => word !== "").join(" ");
}

function isTold(say: Phrases, event: LogEvent): event is ToldEntry {
	return Object.hasOwn(say.log, event);
}

/** Whether somebody does it, so that it is told who. */
const hasDoer: { readonly [E in ToldEntry]: boolean } = {
	alarm: false,
	"arm-at": true,
	"arm-at-cancelled": true,
	"arm-at-missed": false,
	"arm-fault": true,
	armed: true,
	arming: true,
	cancelled: true,
	disarmed: true,
	forced: true,
	"left-out": false,
	muted: true,
	"power-cut": false,
	programmed: true,
	restarted: false,
	trouble: false,
	restored: false,
	"wrong-code": true,
	"zone-omitted": true,
	"zone-watched": true,
};
