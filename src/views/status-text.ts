import { MASK, maskedState } from "../derive/secrets.ts";
import type { Model } from "../models/model.ts";
import type { Runtime } from "../panel/state/runtime.ts";
import type { PanelState } from "../panel/state/state.ts";
import { factoryCredentials } from "./factory-credentials.ts";

/** What a panel is and does now, for people. */
export function statusText(
	model: Model,
	state: PanelState,
	showSecrets = false,
): string {
	const { users, zones, timers, reporting, stored, runtime, credentials } =
		state;
	const secret = (text: string) => (showSecrets ? text : MASK);
	const lines = [
		`model      ${model.title} (${model.name})`,
		`mode       ${modeText(runtime)}`,
		`P-Word     ${secret(credentials.keyword)}`,
		...(model.credential === "installer-code"
			? [`installer  ${secret(credentials.installerCode)}`]
			: []),
		...(model.credential === "access-code"
			? credentials.accessCodes.map(
					({ id, code }) => `access ${id}   ${secret(code)}`,
				)
			: []),
		...users.map(
			({ id, name, pin, latch }) =>
				`user ${String(id).padEnd(5)} PIN ${secret(pin)}, ${name === "" ? "no name" : name}, latch report ${latch ? "on" : "off"}`,
		),
		...zones.map(
			({ id, name, type, attribute, bypass }) =>
				`zone ${String(id).padEnd(5)} ${name === "" ? "no name" : name}, type ${type}, ${attribute}${bypass === "none" ? "" : `, bypassed ${bypass}`}`,
		),
		`timers     exit ${timers.exitAway} s away, ${timers.exitHome} s home; entry ${timers.entry1} s and ${timers.entry2} s; siren ${timers.siren} min`,
		...reporting.destinations.map(
			({ id, url, group, level }) =>
				`report ${id}   ${url}, group ${group}, ${level}`,
		),
		...Object.entries(stored).map(
			([section, values]) =>
				`${section.padEnd(10)} ${shown(section, values, showSecrets)} (kept, not acted upon)`,
		),
		factoryCredentials(model, state),
	];
	return lines.filter((line) => line !== "").join("\n");
}

/** The same for programs: the state without log and guard. */
export function statusJson(
	model: Model,
	{ runtime, ...programmed }: PanelState,
	showSecrets: boolean,
): object {
	const { log: _, guard: __, ...going } = runtime;
	const state = { ...programmed, runtime: going };
	const title = { title: model.title };
	return { ...title, ...Object(showSecrets ? state : maskedState(state)) };
}

function modeText({ mode, into, home, deadlines }: Runtime): string {
	const name = (of: string) =>
		of === "home" && home > 1 ? `home ${home}` : of;
	if (mode !== "arming" || into === null) return name(mode);
	const due = deadlines[0];
	return due === undefined
		? `arming, into ${name(into)}`
		: `arming, into ${name(into)} at ${new Date(due.due).toISOString()}`;
}

function shown(section: string, values: object, showSecrets: boolean): string {
	const masked = showSecrets
		? values
		: maskedState(values, `stored.${section}`);
	return Object.entries(Object(masked))
		.map(([name, value]) => `${name} ${value === "" ? "-" : value}`)
		.join(", ");
}
