import { shown } from "../../grammar/message/terminal-text.ts";
import { MASK, maskedState, withoutAccounts } from "../derive/secrets.ts";
import { howMany } from "../how-many.ts";
import type { Model } from "../models/model.ts";
import type { Alarm } from "../panel/state/runtime.ts";
import type { PanelState, Schedule } from "../panel/state/state.ts";
import {
	type PanelStatus,
	statusOf,
	withoutSilentReports,
} from "../panel/status.ts";
import { factoryCredentials } from "./factory-credentials.ts";
import { alarmWords, namedReport, troubleWords } from "./words/event-words.ts";
import { lengthText, localTime } from "./words/local-time.ts";
import { modeText } from "./words/mode-text.ts";
import { senderText, zoneText } from "./words/names.ts";
import { timerText } from "./words/timer-text.ts";
import { wrapped } from "./words/wrapped.ts";

/** What a line is about, and what is said of it. */
type Row = readonly [label: string, text: string];

export interface StatusSettings {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** Columns that a line may take. */
	readonly width: number;
	readonly showSecrets: boolean;
}

/** What a panel is and does now, and what is programmed, for people. */
export function statusText(
	model: Model,
	state: PanelState,
	{ now, width, showSecrets }: StatusSettings,
): string {
	const status = statusOf(state, now);
	return table(
		[...liveRows(state, status), ...programmedRows(model, state, showSecrets)],
		width,
	);
}

/** What is programmed, for people. */
export function programmedText(
	model: Model,
	state: PanelState,
	width: number,
	showSecrets: boolean,
): string {
	return table(programmedRows(model, state, showSecrets), width);
}

/** The same for programs: what is going on, and what is programmed. */
export function statusJson(
	model: Model,
	state: PanelState,
	{ now, showSecrets }: Pick<StatusSettings, "now" | "showSecrets">,
): object {
	const { runtime, ...programmed } = state;
	// The outbox and what counts its reports tell of duress; the log has a verb.
	const { log, guard, outbox, outgoing, notices, reports, failing, ...going } =
		runtime;
	const isShown = ({ kind }: Alarm) => kind !== "silent-panic";
	const whole = {
		...programmed,
		runtime: {
			...going,
			deadlines: withoutSilentReports(runtime).deadlines,
			alarms: runtime.alarms.filter(isShown),
			memory: runtime.memory.filter(isShown),
		},
	};
	return {
		title: model.title,
		status: statusOf(state, now),
		...Object(showSecrets ? whole : maskedState(whole)),
	};
}

const LABEL = 12;

function table(rows: readonly Row[], width: number): string {
	return rows
		.filter(([, text]) => text !== "")
		.map(([label, text]) =>
			wrapped(`${label.padEnd(LABEL - 1)} ${shown(text)}`, width, LABEL),
		)
		.join("\n");
}

function liveRows(state: PanelState, status: PanelStatus): readonly Row[] {
	const { clock, lockouts, lastReport, failing, outbox, armAt, remote } =
		status;
	const at = (instant: number) => localTime(instant, clock.timeZone);
	const zones = (ids: readonly number[]) =>
		ids.map((id) => zoneText(state, id)).join(", ");
	const { alarms, memory, troubles, timers, schedules, onTest } = status;
	return [
		["time", `${at(clock.now)} ${clock.timeZone}${aheadText(clock.ahead)}`],
		[
			"clock set",
			clock.set === null
				? ""
				: `${clock.set.by} at ${at(clock.set.at)}; running delays kept what was left`,
		],
		["mode", modeText(status)],
		[
			"on test",
			onTest === null ? "" : `until ${at(onTest.until)}: reports are held back`,
		],
		["power", status.power ? "" : "none: mains and battery are gone"],
		["alarm", alarms.map((each) => alarmText(state, each, at)).join(", ")],
		["siren", status.siren ? "on" : "off"],
		[
			"memory",
			memory.map((each) => `${alarmText(state, each, at)}, ended`).join(", "),
		],
		["open", zones(status.open) || "nothing"],
		["bypassed", zones(status.bypassed)],
		["left out", zones(status.leftOut)],
		[
			"trouble",
			troubles
				.map(
					({ name, zone, since }) =>
						`${zoneText(state, zone)}: ${troubleWords[name]} since ${at(since)}`,
				)
				.join(", ") || "none",
		],
		[
			"timers",
			timers
				.map(
					(timer) => `${timerText(state, timer)} in ${lengthText(timer.left)}`,
				)
				.join(", ") || "none",
		],
		["schedules", schedules.map(scheduleText).join(", ")],
		[
			"arm at",
			armAt === null
				? ""
				: `${at(armAt.due)}, asked for by ${senderText(state, armAt.from)}`,
		],
		["remote", remoteText(remote)],
		["locked out", lockoutText(state, lockouts, at)],
		[
			"outbox",
			`${howMany(outbox.reports, "report")}, ${howMany(outbox.notices, "notice")}, ${howMany(outbox.texts, "text")}${outbox.inDoubt === 0 ? "" : `; ${outbox.inDoubt} may have arrived, the modem does not say`}`,
		],
		[
			"last report",
			lastReport === null
				? "none"
				: `${namedReport(state, lastReport.about)}, ${at(lastReport.at)}`,
		],
		[
			"not reached",
			failing
				.map(({ id, since }) => `destination ${id} since ${at(since)}`)
				.join(", "),
		],
	];
}

function aheadText(ahead: number): string {
	return ahead === 0 ? "" : `, ${lengthText(ahead)} ahead of this machine`;
}

function alarmText(
	state: PanelState,
	{ kind, zone, at: since }: PanelStatus["alarms"][number],
	at: (instant: number) => string,
): string {
	return `${alarmWords[kind]}: ${zoneText(state, zone)} since ${at(since)}`;
}

function scheduleText({ id, hour, minute, mode }: Schedule): string {
	return `${id}: ${twoDigits(hour)}:${twoDigits(minute)} ${mode}`;
}

function remoteText({ enabled, people }: PanelStatus["remote"]): string {
	if (people.length === 0) return "nobody is on the list";
	const names = people.map(({ name, enabled: isIn, can }) =>
		isIn ? `${name} (${can.join(", ") || "no right"})` : `${name} (disabled)`,
	);
	return `${enabled ? "on" : "OFF for everybody"}: ${names.join(", ")}`;
}

function lockoutText(
	state: PanelState,
	{ keypadUntil, mqttUntil, senders, strangers }: PanelStatus["lockouts"],
	at: (instant: number) => string,
): string {
	return [
		...(keypadUntil === null ? [] : [`the keypad until ${at(keypadUntil)}`]),
		...(mqttUntil === null ? [] : [`codes over MQTT until ${at(mqttUntil)}`]),
		...senders.map(
			({ from, until }) => `${senderText(state, from)} until ${at(until)}`,
		),
		...(strangers ? ["all unlisted numbers"] : []),
	].join(", ");
}

function programmedRows(
	model: Model,
	state: PanelState,
	showSecrets: boolean,
): readonly Row[] {
	const { users, zones, timers, reporting, stored, credentials } = state;
	const secret = (text: string) => (showSecrets ? text : MASK);
	const visible: typeof users = showSecrets
		? users
		: Object(maskedState(users, "users"));
	return [
		["model", `${model.title} (${model.name})`],
		...(model.dialect.hasKeyword
			? [["P-Word", secret(credentials.keyword)] as const]
			: []),
		...(model.credential === "installer-code"
			? [["installer", secret(credentials.installerCode)] as const]
			: []),
		...(model.credential === "access-code"
			? credentials.accessCodes.map(
					({ id, code }): Row => [`access ${id}`, secret(code)],
				)
			: []),
		...visible.map(
			({ id, name, pin, latch }): Row => [
				`user ${id}`,
				`${showSecrets ? `PIN ${pin}` : pin}, ${name === "" ? "no name" : name}, latch report ${latch ? "on" : "off"}`,
			],
		),
		...zones.map(
			({ id, name, type, attribute, bypass }): Row => [
				`zone ${id}`,
				`${name === "" ? "no name" : name}, type ${type}, ${attribute}${bypass === "none" ? "" : `, bypassed ${bypass}`}`,
			],
		),
		[
			"delays",
			`exit ${timers.exitAway} s away, ${timers.exitHome} s home; entry ${timers.entry1} s and ${timers.entry2} s; siren ${timers.siren} min`,
		],
		...reporting.destinations.map(
			({ id, url, group, level }): Row => [
				`report ${id}`,
				`${showSecrets ? url : withoutAccounts(url)}, group ${group}, ${level}`,
			],
		),
		...Object.entries(stored).map(
			([section, values]): Row => [
				section,
				`${storedText(section, values, showSecrets)}${section === "language" ? "" : " (kept, not acted upon)"}`,
			],
		),
		["warning", factoryCredentials(model, state)],
	];
}

function storedText(
	section: string,
	values: object,
	showSecrets: boolean,
): string {
	const visible = showSecrets
		? values
		: maskedState(values, `stored.${section}`);
	return Object.entries(Object(visible))
		.map(([name, value]) => `${name} ${value === "" ? "-" : value}`)
		.join(", ");
}

function twoDigits(count: number): string {
	return String(count).padStart(2, "0");
}
