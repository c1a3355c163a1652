import type { Argv } from "yargs";
import packageJson from "../../../package.json" with { type: "json" };
import type { MqttOnFile } from "../../derive/mqtt-settings-schema.ts";
import { whyNoBroker } from "../../derive/mqtt-settings-schema.ts";
import { mqttIdOf } from "../../device/file/mqtt-id.ts";
import type { Panel } from "../../device/panel.ts";
import type { BrokerPlace } from "../../mqtt/broker/mqtt-broker.ts";
import type { MqttAccount } from "../../mqtt/mqtt-door.ts";
import { whyUnread } from "../../store/system-error.ts";
import type { Clock } from "../../time/clock.ts";
import { systemClock } from "../../time/system-clock.ts";
import { inputFindings } from "../../views/integration-findings.ts";
import { InputError, UsageError } from "../line/exit-code.ts";
import { onTrouble } from "../line/failure.ts";
import { isLoopback } from "../line/listening-place.ts";
import { ownSecret } from "../line/own-secret.ts";
import { complain } from "../line/print.ts";
import { complainOfEvent, printEventJson } from "./event-output.ts";

/** Options of a panel that is a device of MQTT. */
export function mqttOptions<O>(yargs: Argv<O>) {
	return yargs
		.option("mqtt", {
			type: "string",
			requiresArg: true,
			describe:
				"the panel as a device of a broker, as mqtts://broker.lan:8883; else integrations.mqtt in the file says so",
		})
		.option("mqtt-user", {
			type: "string",
			requiresArg: true,
			describe: "who the panel is at the broker",
		})
		.option("mqtt-password", {
			type: "string",
			requiresArg: true,
			describe:
				"its password there; best in the environment: others see a command line",
		})
		.option("mqtt-password-file", {
			type: "string",
			requiresArg: true,
			describe: "a file with the password, which its owner alone may read",
		})
		.option("mqtt-ca", {
			type: "string",
			requiresArg: true,
			describe:
				"the certificate of the authority that signed the broker's, as a file",
		});
}

export interface MqttWishes {
	readonly mqtt?: string | undefined;
	readonly mqttUser?: string | undefined;
	readonly mqttPassword?: string | undefined;
	readonly mqttPasswordFile?: string | undefined;
	readonly mqttCa?: string | undefined;
	readonly json: boolean;
	/** Whether an option stands on the line. */
	isTyped(option: string): boolean;
}

/** A panel's way to a broker, ready to be opened. */
export interface MqttWay {
	/** Opens it for a panel that runs. */
	open(panel: Panel, clock: Clock): Promise<OpenMqtt>;
}

export interface OpenMqtt {
	/** How it goes at the moment. */
	account(): MqttAccount;
	close(): Promise<void>;
}

/**
 * What is wished of MQTT on the command line and in a panel's file; null for
 * nothing. It is to be asked before the panel is opened: the panel's id is drawn and
 * written into its file here.
 *
 * @throws UsageError for what is no broker
 * @throws InputError for a file of a secret that others can read
 */
export async function mqttWay(
	wishes: MqttWishes,
	onFile: MqttOnFile | undefined,
	{ file, owner }: { readonly file: string; readonly owner: string },
): Promise<MqttWay | null> {
	const place = await brokerPlace(wishes, onFile);
	if (place === null) return null;
	const id = await mqttIdOf(file, owner);
	return {
		async open(panel, clock) {
			// Few ask for it, and it brings a client.
			const [{ MqttDoor }, { openMqttBroker }, { mqttSettings }, news] =
				await Promise.all([
					import("../../mqtt/mqtt-door.ts"),
					import("../../mqtt/broker/mqtt-broker.ts"),
					import("../../mqtt/settings.ts"),
					import("../../mqtt/mqtt-news.ts"),
				]);
			const settings = mqttSettings(id, onFile);
			complain(inputRemarks(panel, settings.inputs));
			const door = new MqttDoor({
				panel,
				clock,
				settings,
				onTrouble,
				version: packageJson.version,
				open: openMqttBroker(place),
				onNews: (told) =>
					wishes.json
						? printEventJson(systemClock.now(), { mqtt: told })
						: complainOfEvent(news.describeMqttNews(told)),
			});
			return { account: () => door.account, close: () => door.close() };
		},
	};
}

/**
 * Where the broker is, and who the panel is there; null where none is named.
 * @throws UsageError for what is no broker
 * @throws InputError for a file of a secret that others can read
 */
export async function brokerPlace(
	wishes: MqttWishes,
	onFile: MqttOnFile | undefined,
): Promise<BrokerPlace | null> {
	const asked = wishes.mqtt ?? onFile?.url;
	if (asked === undefined) {
		const stray = OF_BROKER.find(wishes.isTyped);
		if (stray === undefined) return null;
		throw new UsageError(
			`--${stray} goes with --mqtt, or with integrations.mqtt.url in the panel's file`,
		);
	}
	const why = whyNoBroker(asked);
	if (why !== null) throw new UsageError(`--mqtt: ${why}`);
	const caFile = wishes.mqttCa ?? onFile?.caFile;
	return {
		...(await credentialsFor(asked, wishes, onFile)),
		ca: caFile === undefined ? undefined : await certificate(caFile),
		clock: systemClock,
	};
}

/** What says more of a broker. */
const OF_BROKER = [
	...["mqtt-user", "mqtt-password", "mqtt-password-file", "mqtt-ca"],
];

async function credentialsFor(
	asked: string,
	wishes: MqttWishes,
	onFile: MqttOnFile | undefined,
) {
	const place = new URL(asked);
	const inUrl = decodeURIComponent(place.password);
	if (inUrl !== "")
		complain(
			"warning: --mqtt has a password in it, which others see in the list of processes; ALARMPANEL_MQTT_PASSWORD or --mqtt-password-file hides it",
		);
	const passwordFile = wishes.mqttPasswordFile ?? onFile?.passwordFile;
	const password =
		wishes.mqttPassword ??
		(inUrl ||
			(passwordFile === undefined
				? undefined
				: await ownSecret("--mqtt-password-file", passwordFile)));
	const user =
		wishes.mqttUser ?? (decodeURIComponent(place.username) || onFile?.user);
	if (
		place.protocol === "mqtt:" &&
		password !== undefined &&
		!isLoopback(place.hostname.replace(/^\[|\]$/g, ""))
	)
		complain(
			`warning: the password and PINs go to ${place.hostname} in clear; mqtts:// encrypts them`,
		);
	place.username = "";
	place.password = "";
	return { url: place.href, user, password };
}

/** @throws InputError */
async function certificate(file: string): Promise<string> {
	const { readAnyText } = await import("../../store/read-text.ts");
	// A certificate is in ASCII, and what people write beside it may be anything.
	const text = await readAnyText(file).catch((error) => {
		throw new InputError(`--mqtt-ca: cannot read ${file}: ${whyUnread(error)}`);
	});
	if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
	throw new InputError(`--mqtt-ca: ${file} holds no certificate in PEM`);
}

/** What is unwise about the devices that speak for zones, a line each; "" for nothing. */
function inputRemarks(
	{ state }: Panel,
	inputs: readonly { readonly zone: number }[],
): string {
	return inputFindings(inputs, state)
		.map(({ path, message }) => `warning: ${path}: ${message}`)
		.join("\n");
}
