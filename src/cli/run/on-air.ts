import type { Panel } from "../../device/panel.ts";
import {
	type LineWish,
	type OpenLine,
	openPhoneNetwork,
} from "../../device/phone-network.ts";
import { plugIn } from "../../device/plugged-panel.ts";
import type { MailEvent } from "../../firmware/mail-room.ts";
import {
	describeModemEvent,
	type ModemEvent,
} from "../../modem/link/modem-event.ts";
import type { ModemSettings } from "../../modem/link/modem-settings.ts";
import type { Channel } from "../../network/channel.ts";
import { modemOpener } from "../../ports/modem-opener.ts";
import { readModemUrl } from "../../ports/modem-url.ts";
import { pinGuard } from "../../ports/pin-guard.ts";
import { systemClock } from "../../time/system-clock.ts";
import type { Transport } from "../../transport/transport.ts";
import { explainEntry } from "../../views/explain-entry.ts";
import { mailJson, mailText } from "../../views/mail-text.ts";
import { UsageError } from "../line/exit-code.ts";
import { complain, print } from "../line/print.ts";
import { errorColors } from "../line/terminal-colors.ts";

export interface AirOptions {
	/** Who puts it on the air, in words: `alarmpanel run`. */
	readonly owner: string;
	/** The panel's own number. */
	readonly number: string;
	/** URL of its modem; `virtual:` puts it on the virtual network. */
	readonly modem: string;
	readonly wishes: readonly LineWish[];
	readonly baud: number | undefined;
	/** What the virtual network does to messages. */
	readonly channel: Channel;
	/** Milliseconds that a message is on the air of the virtual network. */
	readonly airTime: number;
	readonly settings: Partial<ModemSettings>;
	readonly json: boolean;
	readonly showSecrets: boolean;
	/** What else the announcement names; null for a panel that has a phone to type on. */
	readonly announce: { readonly file: string } | null;
	/**
	 * Shows the texts that leave the panel, where their phones are those of whoever
	 * looks on; the modem is of no interest then. Null: they are told of without
	 * what they say.
	 */
	readonly show: ((to: string, text: string) => void) | null;
}

/**
 * Puts a panel on the air: opens its modem and the phone lines beside it, says
 * where they are, and tells what happens from then on.
 */
export async function goOnAir(
	panel: Panel,
	options: AirOptions,
): Promise<{ close(): Promise<void> }> {
	const { number, wishes, baud, settings } = options;
	const phones = await openPhoneNetwork({
		clock: systemClock,
		lines: wishes,
		channel: options.channel,
		airTime: options.airTime,
		baud,
	});
	const open = opener(options, () => phones.connect(number));
	// The addresses come first; what happens meanwhile is told behind them.
	let early: (() => void)[] | null = [];
	const tell = (telling: () => void) =>
		early === null ? telling() : void early.push(telling);
	const plugged = plugIn(panel, {
		open,
		clock: systemClock,
		settings,
		pins: pinGuard(systemClock),
		onModem: (event) => tell(() => tellModem(event, options)),
		onMail: (event) => tell(() => tellMail(panel, event, options)),
	});
	const { ok } = await plugged.modem.started;
	announce(panel, options, phones.lines, ok);
	for (const telling of early) telling();
	early = null;
	return {
		async close() {
			await plugged.unplug();
			await phones.close();
		},
	};
}

/** @throws UsageError for a URL of no modem */
function opener(
	{ owner, modem: url, number }: AirOptions,
	virtual: () => Transport,
): () => Promise<Transport> {
	const read = readModemUrl(url);
	if (!read.ok) throw new UsageError(`--modem: ${read.reason}`);
	if (read.place.kind === "virtual") return async () => virtual();
	return modemOpener(read.place, {
		clock: systemClock,
		owner,
		number,
		say: complain,
	});
}

function announce(
	panel: Panel,
	{ number, modem, json, channel: { seed }, announce: also }: AirOptions,
	lines: readonly OpenLine[],
	ready: boolean,
): void {
	if (json) {
		const { name } = panel.model;
		line({ ready, model: name, number, modem, lines, seed, ...also });
		return;
	}
	const tell = also === null ? complain : print;
	tell(
		`${panel.model.title}, number ${number}, modem ${modem}, channel seed ${seed}`,
	);
	for (const { number: phone, url } of lines)
		tell(`phone ${phone} at ${url}: ${howToAttach(url, number)}`);
}

function howToAttach(url: string, number: string): string {
	return url.startsWith("tcp:")
		? `alarmpanel send ${number} TEXT --modem ${url}`
		: `open ${url.slice(url.indexOf(":") + 1)} as a GSM modem's port`;
}

function tellModem(event: ModemEvent, { json, show }: AirOptions): void {
	// What a quiet day is full of; the rest is worth a line.
	if (event.type === "signal" || event.type === "sent") return;
	if (show !== null) return;
	if (json) line({ modem: event });
	else complain(describeModemEvent(event));
}

function tellMail(panel: Panel, event: MailEvent, options: AirOptions): void {
	const { json, showSecrets, show } = options;
	if (show !== null && event.type === "sent" && event.outcome.sent)
		show(event.to, event.text);
	else if (json) line(mailJson(event, showSecrets));
	else {
		complain(mailText(event, showSecrets));
		if (event.type === "received" && showSecrets)
			for (const entry of event.exchange.journal)
				complain(explainEntry(panel.model, entry, errorColors));
	}
}

/** One object a line: the answer is a stream. */
function line(object: object): void {
	process.stdout.write(`${JSON.stringify(object)}\n`);
}
