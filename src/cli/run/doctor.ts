import { readPanel } from "../../device/file/panel-file.ts";
import { examine } from "../../doctor/examine.ts";
import type { CheckGroup } from "../../doctor/finding.ts";
import { topics, wantedGroups } from "../../doctor/groups.ts";
import { reportOf, reportText } from "../../doctor/report.ts";
import { thisWorld } from "../../doctor/this-world.ts";
import type { TriedBroker } from "../../doctor/world.ts";
import { find } from "../../panel/state/numbered.ts";
import { openReceiver } from "../../receivers/open-receiver.ts";
import type { ReportReception } from "../../receivers/receiver.ts";
import { readReceiverUrl } from "../../receivers/receiver-address.ts";
import { systemClock } from "../../time/system-clock.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { outputWidth } from "../line/output-width.ts";
import { print } from "../line/print.ts";
import { outputColors } from "../line/terminal-colors.ts";
import { defineVerb } from "../line/verb.ts";
import { modemPlace } from "../modem/modem-options.ts";
import { brokerPlace, type MqttWishes, mqttOptions } from "./mqtt.ts";
import { receiverSettingsOf } from "./receivers.ts";

export const doctor = defineVerb({
	examples: [
		[
			"doctor",
			"the machine, the panel's file, and the modem of a panel that runs",
		],
		["doctor --modem serial:///dev/ttyUSB0", "a modem too; no PIN is tried"],
		["doctor --only disk,port", "some checks; it names those that there are"],
		["doctor --json", "every finding with its id, for programs"],
	],
	options: (yargs) =>
		mqttOptions(yargs)
			.option("modem", {
				type: "string",
				requiresArg: true,
				describe:
					"the modem: serial:///dev/ttyUSB0?baud=115200, tcp://host:8081, virtual:; that of a running panel where left out",
			})
			.option("only", {
				type: "string",
				requiresArg: true,
				describe: `some checks, with commas between: ${topics.join(", ")}`,
			})
			.option("probe", {
				type: "boolean",
				default: false,
				describe:
					"where the modem's port is silent, try the other ports that nobody has open: each gets an AT",
			})
			.option("http", {
				type: "string",
				default: "127.0.0.1:8086",
				requiresArg: true,
				describe: "where the HTTP API is to listen",
			}),
	apart: [["mqtt-password", "mqtt-password-file"]],
	async run(argv, isTyped): Promise<ExitCode> {
		const { config, modem, http, json, probe } = argv;
		const only = wantedTopics(argv.only);
		const groups = wantedGroups(only);
		refuseUnlooked(groups, isTyped);
		const file = config ?? "panel-config.json";
		if (modem !== undefined) modemPlace(modem);
		const [, port] =
			/^(?:\[[0-9a-f:]+\]|[a-z0-9.-]+):(\d{1,5})$/i.exec(http) ?? [];
		if (port === undefined || Number(port) > 65_535)
			throw new UsageError(
				`--http: HOST:PORT with an address of this machine, as 127.0.0.1:8086, not ${http}`,
			);
		const over = new AbortController();
		const world = thisWorld({
			file,
			modem: modem ?? null,
			probe,
			http,
			broker: () => triedBroker(file, { ...argv, isTyped }),
			poll: (id) => polled(file, id),
			signal: over.signal,
		});
		const report = reportOf(await examine(groups, world));
		over.abort();
		if (json) print(report);
		else {
			const isWhole = only.length === 0;
			const look = { width: outputWidth(), colors: outputColors, isWhole };
			print(reportText(report, look));
		}
		// What is still asked, a modem that is silent, keeps no process alive.
		return report.ok ? ExitCode.ok : ExitCode.refused;
	},
});

/** @throws UsageError for a name that there is not */
function wantedTopics(only: string | undefined): readonly string[] {
	const wanted = only?.split(",").map((each) => each.trim()) ?? [];
	for (const each of wanted)
		if (!topics.includes(each))
			throw new UsageError(
				`--only: there is no check ${each}; there are ${topics.join(", ")}`,
			);
	return wanted;
}

/** Which check looks at what an option says. */
const lookedAtBy: { readonly [option: string]: string } = {
	modem: "modem",
	probe: "modem",
	http: "web",
	mqtt: "mqtt",
	"mqtt-user": "mqtt",
	"mqtt-password": "mqtt",
	"mqtt-password-file": "mqtt",
	"mqtt-ca": "mqtt",
};

/** @throws UsageError for an option of a check that --only leaves out */
function refuseUnlooked(
	groups: readonly CheckGroup[],
	isTyped: (option: string) => boolean,
): void {
	const looks = groups.map(({ name }) => name);
	for (const [option, by] of Object.entries(lookedAtBy))
		if (isTyped(option) && !looks.includes(by))
			throw new UsageError(
				`--only leaves out what --${option} is for; add ${by} to it`,
			);
}

/** Tries the broker that the panel's file or the command line names. */
async function triedBroker(
	file: string,
	wishes: MqttWishes,
): Promise<TriedBroker | null> {
	const document = await readPanel(file).then(
		(panel) => panel.document,
		() => null,
	);
	const onFile = document?.integrations?.mqtt;
	const place = await brokerPlace(wishes, onFile);
	if (place === null) return null;
	const { url } = place;
	const id = onFile?.id;
	if (id === undefined) return { url, trial: null };
	// Few have a broker, and this brings a client.
	const [{ tryBroker }, { openMqttBroker }, { mqttSettings }] =
		await Promise.all([
			import("../../mqtt/broker-trial.ts"),
			import("../../mqtt/broker/mqtt-broker.ts"),
			import("../../mqtt/settings.ts"),
		]);
	const settings = mqttSettings(id, onFile);
	const open = openMqttBroker(place);
	return {
		url,
		trial: await tryBroker(open, settings, systemClock, BROKER_PATIENCE),
	};
}

/** A check has three seconds, and the session has to be ended in them. */
const BROKER_PATIENCE = 2000;

/** Sends a NULL to the receiver of a destination, once and within a check's time. */
async function polled(file: string, id: number): Promise<ReportReception> {
	const { state } = await readPanel(file);
	const destination = find(state.reporting.destinations, id);
	const read =
		destination === undefined
			? null
			: readReceiverUrl(destination.url, destination.carrier);
	if (read?.ok !== true)
		return {
			reached: false,
			why: "no-connection",
			message: "it is no receiver",
		};
	const settings = {
		...(await receiverSettingsOf(file))(id),
		connect: 1200,
		answer: 1200,
		tries: 1,
		supervision: null,
	};
	const receiver = openReceiver(read.address, settings, systemClock);
	try {
		return await receiver.poll();
	} finally {
		await receiver.close();
	}
}
