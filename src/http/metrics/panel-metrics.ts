import type { ModemAccount } from "../../device/panel-modem.ts";
import type { KnownCredit } from "../../firmware/known-credit.ts";
import type { MqttAccount } from "../../mqtt/mqtt-door.ts";
import { alarmKinds } from "../../panel/state/alarm-kinds.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { troubles } from "../../panel/state/troubles.ts";
import type { PanelStatus } from "../../panel/status.ts";
import { counter, gauge, type Labels, type Metric } from "./metric.ts";

/** A panel as it may be told. */
export interface ToldPanel {
	readonly model: string;
	readonly version: string;
	readonly status: PanelStatus;
	readonly zones: PanelState["zones"];
	readonly modem: ModemAccount;
}

/** What a panel is now. */
export function panelMetrics(panel: ToldPanel): readonly Metric[] {
	const { status, zones, modem } = panel;
	const { outbox, lockouts } = status;
	const has = (name: string, zone: number) =>
		status.troubles.some((each) => each.name === name && each.zone === zone);
	const ofZones = (what: string, help: string, is: (id: number) => boolean) =>
		gauge(
			`alarmpanel_zone_${what}`,
			help,
			zones.map(({ id }) => [{ zone: `${id}` }, flag(is(id))]),
		);
	return [
		gauge("alarmpanel_info", "Constant facts", [
			[{ version: panel.version, model: panel.model, panel: "house" }, 1],
		]),
		each(
			"alarmpanel_mode",
			"Whether the panel is in the mode",
			"mode",
			modes,
			(mode) => mode === status.mode,
		),
		each(
			"alarmpanel_alarm_active",
			"Whether there is such an alarm",
			"kind",
			kinds,
			(kind) => status.alarms.some((alarm) => alarm.kind === kind),
		),
		ofZones("open", "Whether the zone stands open", (id) =>
			status.open.includes(id),
		),
		ofZones(
			"bypassed",
			"Whether the zone is bypassed or left out",
			(id) => status.bypassed.includes(id) || status.leftOut.includes(id),
		),
		ofZones("tampered", "Whether the zone's device is tampered with", (id) =>
			has("tamper", id),
		),
		ofZones(
			"battery_low",
			"Whether the battery of the zone's device is low",
			(id) => has("low-battery", id),
		),
		each(
			"alarmpanel_trouble",
			"Whether the panel has the trouble",
			"trouble",
			ofPanel,
			(name) => has(name, 0),
		),
		gauge(
			"alarmpanel_sms_queue_messages",
			"Texts and notices that wait to be sent",
			[[{}, outbox.notices + outbox.texts]],
		),
		gauge(
			"alarmpanel_report_outbox_reports",
			"Reports that have not got through",
			[[{}, outbox.reports]],
		),
		gauge("alarmpanel_guard_locked", "Whether wrong codes have shut the way", [
			[{ way: "keypad" }, flag(lockouts.keypadUntil !== null)],
			[{ way: "sms" }, flag(lockouts.strangers || lockouts.senders.length > 0)],
			[{ way: "mqtt" }, flag(lockouts.mqttUntil !== null)],
		]),
		gauge("alarmpanel_modem_up", "Whether the modem is set up", [
			[{}, flag(modem.up)],
		]),
		gauge("alarmpanel_modem_registered", "Whether there is a mobile network", [
			[{}, flag(modem.registered)],
		]),
		gauge(
			"alarmpanel_modem_signal_dbm",
			"Strength of the signal",
			modem.dbm === null ? [] : [[{}, modem.dbm]],
		),
	];
}

const modes = ["disarm", "home", "away", "arming"] as const;
/** Silent alarms are told nowhere. */
const kinds = Object.keys(alarmKinds).filter((kind) => kind !== "silent-panic");
const ofPanel = Object.entries(troubles)
	.filter(([, { of }]) => of === "panel")
	.map(([name]) => name);

/** One sample for each of a closed list. */
function each(
	name: string,
	help: string,
	label: string,
	values: readonly string[],
	is: (value: string) => boolean,
): Metric {
	const samples = values.map((value): readonly [Labels, number] => [
		{ [label]: value },
		flag(is(value)),
	]);
	return gauge(name, help, samples);
}

/**
 * The SIM's credit; nothing while it is not known.
 * @param currency as EUR; "" where nobody said it
 */
export function creditMetrics(
	credit: KnownCredit | null,
	currency: string,
): readonly Metric[] {
	if (credit === null) return [];
	return [
		gauge(
			"alarmpanel_credit_amount",
			"The credit of the SIM, as the network told it last",
			[[{ currency }, credit.amount]],
		),
		gauge(
			"alarmpanel_credit_timestamp_seconds",
			"When the network told the credit",
			[[{}, credit.at / 1000]],
		),
	];
}

/** How it goes with the broker of MQTT; nothing where there is none. */
export function mqttMetrics(mqtt: MqttAccount | null): readonly Metric[] {
	if (mqtt === null) return [];
	return [
		gauge("alarmpanel_mqtt_connected", "Whether the broker is connected", [
			[{}, flag(mqtt.isConnected)],
		]),
		counter(
			"alarmpanel_mqtt_commands_total",
			"Messages on topics of commands, by what came of them",
			Object.entries(mqtt.commands).map(([outcome, count]) => [
				{ outcome },
				count,
			]),
		),
	];
}

function flag(is: boolean): number {
	return is ? 1 : 0;
}
