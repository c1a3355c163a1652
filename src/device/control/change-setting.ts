import { type ConfigFault, configFaults } from "../../derive/config-faults.ts";
import {
	configSchema,
	parted,
	SCHEMA_VERSION,
} from "../../derive/config-schema.ts";
import { nearestName } from "../../derive/nearest-name.ts";
import { numberingOf } from "../../firmware/answer/numbering.ts";
import type { Model } from "../../models/model.ts";
import { idOf } from "../../panel/state/numbered.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Panel } from "../panel.ts";

/** A value as it was typed, for a place of what is programmed: `users.1.name`. */
export interface WantedSetting {
	readonly path: string;
	readonly value: string;
}

/** What is wrong with it, as for a file that was edited; empty when it is set. */
export interface ChangedSetting {
	readonly faults: readonly ConfigFault[];
}

/** Changes one setting of a panel in this process, if the file would fit with it. */
export async function changeSetting(
	panel: Panel,
	wanted: WantedSetting,
): Promise<ChangedSetting> {
	let faults: readonly ConfigFault[] = [];
	const { country } = panel.state.remote;
	const numbering = await numberingOf(country);
	await panel.reprogram((state) => {
		const result = withSetting(panel.model, state, wanted, numbering);
		if ("faults" in result) faults = result.faults;
		return "faults" in result ? state : result;
	});
	return { faults };
}

function withSetting(
	model: Model,
	state: PanelState,
	{ path, value }: WantedSetting,
	numbering: Awaited<ReturnType<typeof numberingOf>>,
): PanelState | ChangedSetting {
	const keys = path.split(".");
	const why = whyNotThere(state, keys);
	if (why !== null) return { faults: [{ path, rule: why }] };
	const schema = configSchema(model, numbering);
	let faults: readonly ConfigFault[] | null = null;
	// A name may look like a number: it is a text wherever a text fits.
	for (const typed of [value, ...parsed(value)]) {
		const document = {
			schemaVersion: SCHEMA_VERSION,
			...Object(replaced(state, keys, typed)),
		};
		const result = schema.safeParse(document);
		if (result.success) {
			return parted(result.data).state;
		}
		const found = configFaults(schema, result.error, document);
		// Of what was typed the reading counts that has the right type.
		if (faults === null || faults.some(isOfQuotes)) faults = found;
	}
	return { faults: (faults ?? []).map(withoutQuotes) };
}

/** Advice for who writes JSON. On a command line there are no quotes to write or leave. */
const QUOTES = / \(write it (?:in|without) quotes\)$/;

function isOfQuotes({ rule }: ConfigFault): boolean {
	return QUOTES.test(rule);
}

function withoutQuotes(fault: ConfigFault): ConfigFault {
	return { ...fault, rule: fault.rule.replace(QUOTES, "") };
}

/** The value that a text is as JSON; none where it is no JSON. */
function parsed(text: string): readonly unknown[] {
	try {
		return [JSON.parse(text)];
	} catch {
		return [];
	}
}

/** Why nothing can be set at a path; null where it can. */
function whyNotThere(
	state: PanelState,
	keys: readonly string[],
): string | null {
	const [first] = keys;
	if (first === "runtime" || first === "model")
		return "this is not a setting: only what is programmed can be set";
	if (first === "modem" || first === "integrations")
		return "write it into the file: it holds from the panel's next start on";
	return missingKey(state, keys);
}

/** What is wrong with a path that does not exist; null for one that does. */
export function missingKey(
	state: PanelState,
	keys: readonly string[],
): string | null {
	let value: unknown = state;
	for (const key of keys) {
		const members = membersOf(value);
		const names = [...members.keys()];
		if (!members.has(key)) {
			const near = nearestName(key, names);
			return `there is no ${key} here${near === null ? (names.length === 0 ? "" : `; there are ${names.join(", ")}`) : ` (did you mean ${near}?)`}`;
		}
		value = members.get(key);
	}
	return null;
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
	if (typeof value !== "object" || value === null) return new Map();
	return Array.isArray(value)
		? new Map(value.map((item, at) => [idOf(item) ?? String(at), item]))
		: new Map(Object.entries(value));
}

function replaced(
	value: unknown,
	[key, ...rest]: readonly string[],
	to: unknown,
): unknown {
	if (key === undefined) return to;
	if (Array.isArray(value))
		return value.map((item, at) =>
			(idOf(item) ?? String(at)) === key ? replaced(item, rest, to) : item,
		);
	const members = Object.entries(Object(value));
	return Object.fromEntries(
		members.map(([name, member]) => [
			name,
			name === key ? replaced(member, rest, to) : member,
		]),
	);
}
