import { readPanel } from "../../device/file/panel-file.ts";
import type { Panel } from "../../device/panel.ts";
import {
	type ReceiverKeys,
	type ReceiverSettings,
	readReceiverKeys,
	receiverSettings,
} from "../../device/receiver-settings.ts";
import { isReceiver } from "../../firmware/outbox/next.ts";
import type { ReceiverEvent } from "../../firmware/receiver-room.ts";
import { openReceiver } from "../../receivers/open-receiver.ts";
import { systemClock } from "../../time/system-clock.ts";
import { receiverJson, receiverText } from "../../views/panel/receiver-text.ts";
import { DC09_KEYS } from "../line/environment.ts";
import { UsageError } from "../line/exit-code.ts";
import { complain } from "../line/print.ts";
import { complainOfEvent, printEventJson } from "./event-output.ts";

/** Receivers that a panel reports to. */
export interface ConnectedReceivers {
	/** What has happened is printed, and all that happens from now on. */
	tell(): void;
	close(): Promise<void>;
}

/** Lets a panel's reports reach receivers of alarms. */
export async function connectReceivers(
	panel: Panel,
	file: string,
	json: boolean,
): Promise<ConnectedReceivers> {
	const settings = await receiverSettingsOf(file);
	let early: ReceiverEvent[] | null = [];
	const room = panel.report(
		(id, address, onSupervision) =>
			openReceiver(address, settings(id), systemClock, onSupervision),
		(event) => {
			if (early === null) print(event, json);
			else early.push(event);
		},
		(id) => settings(id).supervision !== null,
	);
	return {
		tell() {
			for (const event of early ?? []) print(event, json);
			early = null;
		},
		close: () => room.close(),
	};
}

function print(event: ReceiverEvent, json: boolean): void {
	const told = json ? receiverJson(event) : receiverText(event);
	if (told === null) return;
	if (typeof told === "string") complainOfEvent(told);
	else printEventJson(systemClock.now(), told);
}

/**
 * How the destinations of a panel's file are spoken to.
 * @throws ConfigFileError for a key file that cannot be used
 * @throws UsageError for keys in the environment that are none
 */
export async function receiverSettingsOf(
	file: string,
): Promise<ReceiverSettings> {
	const { document, state } = await readPanel(file);
	const keys = environmentKeys();
	const receivers = state.reporting.destinations.filter(isReceiver);
	for (const id of keys.keys())
		if (!receivers.some((receiver) => receiver.id === id))
			complain(
				`${DC09_KEYS}: destination ${id} is no receiver, so its key does nothing`,
			);
	return await receiverSettings(file, document.integrations?.dc09, keys);
}

function environmentKeys(): ReceiverKeys {
	const keys = readReceiverKeys(process.env[DC09_KEYS] ?? "");
	if (typeof keys === "string")
		throw new UsageError(`${DC09_KEYS} in the environment: ${keys}`);
	return keys;
}
