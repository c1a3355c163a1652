import { readPanel } from "../../device/file/panel-file.ts";
import type { Forgotten } from "../../mqtt/forget.ts";
import { acquireLock } from "../../store/lock.ts";
import { systemClock } from "../../time/system-clock.ts";
import { SECOND } from "../../time/units.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { complain, print } from "../line/print.ts";
import { brokerPlace, type MqttWishes } from "./mqtt.ts";

/** How long it waits for a short command that has the file, and for the broker. */
const FILE_PATIENCE = 5 * SECOND;
const BROKER_PATIENCE = 10 * SECOND;

/**
 * Makes the broker of a panel forget it. The panel must not run: it would tell
 * everything again.
 * @throws UsageError where no broker is named
 * @throws LockedError where the panel runs
 * @throws Error where the broker did not take it
 */
export async function forgetPanel(
	file: string,
	owner: string,
	wishes: MqttWishes,
): Promise<ExitCode> {
	const { document, state } = await readPanel(file);
	const onFile = document.integrations?.mqtt;
	const place = await brokerPlace(wishes, onFile);
	if (place === null)
		throw new UsageError(
			"--mqtt-forget: name the broker with --mqtt, or as integrations.mqtt.url in the panel's file",
		);
	const id = onFile?.id;
	if (id === undefined) {
		if (wishes.json) print({ topics: [] });
		complain("the panel has no id yet, so no broker knows it");
		return ExitCode.ok;
	}
	const claim = { command: owner, started: systemClock.now() };
	const held = await acquireLock(file, claim, { patience: FILE_PATIENCE });
	try {
		// Few ask for it, and it brings a client.
		const [{ forgetAtBroker }, { openMqttBroker }, { mqttSettings }] =
			await Promise.all([
				import("../../mqtt/forget.ts"),
				import("../../mqtt/broker/mqtt-broker.ts"),
				import("../../mqtt/settings.ts"),
			]);
		const settings = mqttSettings(id, onFile);
		const forgotten = await forgetAtBroker(
			openMqttBroker(place),
			{ settings, state },
			systemClock,
			BROKER_PATIENCE,
		);
		if (forgotten.type !== "done")
			throw new Error(whyNot(forgotten, place.url));
		const { topics } = forgotten;
		if (wishes.json) print({ topics });
		else
			print(
				`the broker ${place.url} has forgotten the panel: ${topics.length} topics are cleared`,
			);
		return ExitCode.ok;
	} finally {
		await held.release();
	}
}

function whyNot(
	forgotten: Exclude<Forgotten, { readonly type: "done" }>,
	url: string,
): string {
	switch (forgotten.type) {
		case "unreachable":
			return `the broker ${url} does not let the panel in: ${forgotten.reason}; nothing is cleared`;
		case "forbidden":
			return `the broker ${url} forbids the panel to clear ${forgotten.topics.join(", ")}`;
		case "unheard":
			return `the broker ${url} does not say whether it has cleared everything: the panel may not read ${forgotten.topic}`;
	}
}
