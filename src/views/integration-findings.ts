import type { Dc09OnFile } from "../derive/dc09-schema.ts";
import type { IntegrationsOnFile } from "../derive/integrations-schema.ts";
import { isReceiver } from "../firmware/outbox/next.ts";
import type { PanelState } from "../panel/state/state.ts";
import type { Finding } from "./findings.ts";

/** What is unwise about the integrations of a panel, and what of them does nothing. */
export function integrationFindings(
	{ dc09, mqtt }: IntegrationsOnFile,
	state: Pick<PanelState, "reporting" | "zones">,
): readonly Finding[] {
	return [
		...receiverFindings(dc09, state),
		...inputFindings(mqtt?.inputs ?? [], state),
	];
}

/**
 * Settings for receivers that the panel does not report to: a key among them protects
 * nothing.
 */
function receiverFindings(
	dc09: Dc09OnFile | undefined,
	{ reporting }: Pick<PanelState, "reporting">,
): readonly Finding[] {
	return (dc09?.destinations ?? []).flatMap(({ id }, at) => {
		const destination = reporting.destinations.find((each) => each.id === id);
		if (destination !== undefined && isReceiver(destination)) return [];
		const why =
			destination === undefined
				? `there is no destination ${id}`
				: `destination ${id} is no receiver`;
		return [
			warning(
				`integrations.dc09.destinations.${at}`,
				`${why}, so these settings do nothing`,
			),
		];
	});
}

/** Devices that speak over MQTT for a zone that is not there, or that disarms. */
export function inputFindings(
	inputs: readonly { readonly zone: number }[],
	{ zones }: Pick<PanelState, "zones">,
): readonly Finding[] {
	return inputs.flatMap(({ zone: id }, at) => {
		const path = `integrations.mqtt.inputs.${at}`;
		const zone = zones.find((each) => each.id === id);
		if (zone === undefined)
			return [
				warning(
					path,
					`zone ${id} has no device; what the topic says is not heard`,
				),
			];
		return zone.attribute === "set-unset"
			? [
					warning(
						path,
						`zone ${id} is a set/unset contact: who may write to the topic disarms without a PIN`,
					),
				]
			: [];
	});
}

function warning(path: string, message: string): Finding {
	return { level: "warning", path, message, standard: null };
}
