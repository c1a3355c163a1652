import { readPanel } from "../../device/file/panel-file.ts";
import { type LogEvent, logEvents } from "../../panel/state/log-events.ts";
import { watchFile } from "../../store/watch-file.ts";
import { durationOf } from "../../time/duration.ts";
import { instantOf } from "../../time/instant.ts";
import { systemClock } from "../../time/system-clock.ts";
import { logJson, logLine, wantedEntries } from "../../views/log-text.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { panelFile } from "../line/panel-file.ts";
import { print, printJsonLine } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";

export const log = defineVerb({
	examples: [
		["log -n 20", "the latest twenty entries"],
		["log --since 2h --event alarm", "alarms of the last two hours"],
		["log -f", "print new entries as they come"],
		["log --json", "one JSON object a line"],
	],
	options: (yargs) =>
		yargs
			.option("follow", {
				alias: "f",
				type: "boolean",
				default: false,
				describe: "wait for new entries until stopped",
			})
			.option("since", {
				type: "string",
				requiresArg: true,
				describe: "from this instant on: 2026-11-20T10:00:00Z, or 2h ago",
			})
			.option("until", {
				type: "string",
				requiresArg: true,
				describe: "up to this instant, written as with --since",
			})
			.option("number", {
				alias: "n",
				type: "number",
				requiresArg: true,
				describe: "only this many entries, the latest",
			})
			.option("event", {
				type: "string",
				array: true,
				nargs: 1,
				default: [] as string[],
				requiresArg: true,
				describe: "only events of this name, as alarm or disarmed; repeatable",
			}),
	async run({ config, json, follow, since, until, number, event }) {
		const file = panelFile(config);
		const last = number ?? null;
		if (last !== null && !(Number.isSafeInteger(last) && last >= 0))
			throw new UsageError("--number: a whole number from 0 on");
		const filter = {
			since: pointInTime("since", since),
			until: pointInTime("until", until),
			events: event.map(eventNamed),
		};
		let seen = 0;
		const showNew = async (most: number | null) => {
			const { state } = await readPanel(file);
			for (const entry of wantedEntries(state, { ...filter, last: most })) {
				if (entry.sequence <= seen) continue;
				seen = entry.sequence;
				if (json) printJsonLine(logJson(state, entry));
				else print(logLine(state, entry));
			}
			seen = Math.max(seen, state.runtime.log.at(-1)?.sequence ?? 0);
		};
		if (!follow) {
			await showNew(last);
			return ExitCode.ok;
		}
		let most = last;
		for await (const _ of watchFile(file)) {
			await showNew(most);
			most = null;
		}
		return ExitCode.ok;
	},
});

/**
 * An instant, or a length of time before now.
 * @throws UsageError
 */
function pointInTime(option: string, text: string | undefined): number | null {
	if (text === undefined) return null;
	const ago = durationOf(text.replace(/ ago$/, ""));
	const instant = ago === null ? instantOf(text) : systemClock.now() - ago;
	if (instant !== null) return instant;
	throw new UsageError(
		`--${option}: an instant like 2026-11-20T10:00:00Z or a length of time like 2h, not ${text}`,
	);
}

/** @throws UsageError with the names that there are */
function eventNamed(name: string): LogEvent {
	if (isLogEvent(name)) return name;
	throw new UsageError(
		`--event: there is no event ${name}; there are ${Object.keys(logEvents).join(", ")}`,
	);
}

function isLogEvent(name: string): name is LogEvent {
	return Object.hasOwn(logEvents, name);
}
