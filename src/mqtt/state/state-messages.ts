import type { PanelState } from "../../panel/state/state.ts";
import { troubleRow } from "../../panel/state/troubles.ts";
import { instantText } from "../../time/instant.ts";
import type { MqttSettings } from "../settings.ts";
import { type MqttTopics, topicsOf } from "../topics.ts";
import { modeStateOf } from "./mode-state.ts";
import { reportTestState } from "./report-test-state.ts";
import type { ToldFacts } from "./told-facts.ts";
import { zoneStateOf } from "./zone-state.ts";

/** Payloads by topic. Each is retained, and holds every key every time. */
export type StateMessages = ReadonlyMap<string, string>;

/** All that is told of how a panel is. A silent alarm and duress change none of it. */
export function stateMessages(
	state: PanelState,
	facts: ToldFacts,
	settings: MqttSettings,
): StateMessages {
	const topics = topicsOf(settings);
	return new Map([
		[topics.mode, JSON.stringify(modeStateOf(state))],
		...state.zones.map((zone): [string, string] => [
			topics.zone(zone.id),
			JSON.stringify(zoneStateOf(state, zone)),
		]),
		...state.reporting.destinations.map((way): [string, string] => [
			topics.reportTest(way.id),
			JSON.stringify(reportTestState(way, facts.tests.get(way.id))),
		]),
		[topics.troubles, JSON.stringify(troublesOf(state, facts))],
		...factMessages(topics, facts, settings),
	]);
}

function factMessages(
	topics: MqttTopics,
	{ line, credit, sms }: ToldFacts,
	{ currency }: MqttSettings,
): readonly [string, string][] {
	return [
		[topics.line, JSON.stringify(line)],
		...(currency === undefined
			? []
			: [
					[topics.credit, JSON.stringify({ ...credit, currency })] satisfies [
						string,
						string,
					],
				]),
		[topics.sms, JSON.stringify(sms)],
	];
}

/**
 * Troubles that there are: `mains`, `zone 3 tamper`; and since when the panel has any.
 * A modem that is gone is one beside the network that went with it.
 */
function troublesOf(
	{ runtime }: PanelState,
	{ isModemGone }: ToldFacts,
): {
	readonly list: readonly string[];
	readonly since: string | null;
} {
	const present = runtime.troubles.filter((trouble) => trouble.present);
	const [first] = present.map(({ since }) => since).toSorted((a, b) => a - b);
	return {
		list: [
			...present.map(({ name, zone }) =>
				troubleRow(name).of === "panel" ? name : `zone ${zone} ${name}`,
			),
			...(isModemGone ? ["modem"] : []),
		],
		since: first === undefined ? null : instantText(first),
	};
}

/** What differs from what was told before. */
export function changedMessages(
	before: StateMessages,
	after: StateMessages,
): StateMessages {
	return new Map(
		[...after].filter(([topic, payload]) => before.get(topic) !== payload),
	);
}

/** Topics that nothing is told of any more: they are cleared. */
export function goneTopics(
	before: StateMessages,
	after: StateMessages,
): readonly string[] {
	return [...before.keys()].filter((topic) => !after.has(topic));
}
