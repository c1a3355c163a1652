import { shown } from "../../../grammar/message/terminal-text.ts";
import { LineTrace } from "../../device/line-trace.ts";
import {
	type LineWish,
	type OpenLine,
	openPhoneNetwork,
} from "../../device/open-phone-network.ts";
import type { Panel } from "../../device/panel.ts";
import { connectModem } from "../../device/panel-at-modem.ts";
import type { MailEvent } from "../../firmware/mail-room.ts";
import { HouseMask } from "../../http/house/house-mask.ts";
import { atLineMeaning } from "../../modem/at/at-line-meaning.ts";
import {
	describeModemEvent,
	type ModemEvent,
} from "../../modem/link/modem-event.ts";
import type { ModemSettings } from "../../modem/link/modem-settings.ts";
import type { Channel } from "../../network/channel.ts";
import { modemOpener } from "../../ports/modem-opener.ts";
import { readModemUrl } from "../../ports/modem-url.ts";
import { pinGuard } from "../../ports/pin-guard.ts";
import { thisMachine } from "../../time/machine.ts";
import { steadyClock } from "../../time/steady-clock.ts";
import { systemClock } from "../../time/system-clock.ts";
import { wait } from "../../time/wait.ts";
import { spelt } from "../../transport/line-trace.ts";
import type { Transport } from "../../transport/transport.ts";
import { explainEntry } from "../../views/explain-entry.ts";
import { mailJson, mailText } from "../../views/mail-text.ts";
import { UsageError } from "../line/exit-code.ts";
import { complain, print } from "../line/print.ts";
import { errorColors } from "../line/terminal-colors.ts";
import { complainOfEvent, printEventJson } from "./event-output.ts";
import { ModemWaiting } from "./modem-waiting.ts";
import type { ToldLines } from "./told-lines.ts";

/** How long the addresses wait for the modem, in milliseconds. */
const FIRST_TRY = 5000;

export interface ConnectionOptions {
	/** The command that does it: `alarmpanel run`. */
	readonly owner: string;
	/** The panel's own number. */
	readonly number: string;
	/** URL of its modem; `virtual:` is one on the virtual network. */
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
	/** What else the announcement names; null where somebody types on a terminal. */
	readonly announce: { readonly file: string } | null;
	/**
	 * Shows the texts that the panel sends, where the user has all the phones; events
	 * of the modem are not shown then. Null: only their receivers are named.
	 */
	readonly show: ((to: string, text: string) => void) | null;
	/** What may be told of texts; null for all. */
	readonly told: ToldLines | null;
	/** Shows the bytes between programs and modems. */
	readonly trace: boolean;
}

/**
 * Opens a panel's modem and the phone lines, prints their addresses, and from then
 * on prints what happens.
 */
export async function connectToNetwork(
	panel: Panel,
	options: ConnectionOptions,
): Promise<{ close(): Promise<void> }> {
	const { number, wishes, baud, settings } = options;
	const trace = options.trace ? bytesTrace(options) : null;
	const phones = await openPhoneNetwork({
		clock: systemClock,
		lines: wishes,
		channel: options.channel,
		airTime: options.airTime,
		baud,
		around: (phone, line) => trace?.atModem(phone, line) ?? line,
	});
	const opened = opener(options, () => phones.connect(number));
	const open = async () => {
		const line = await opened();
		return trace?.atProgram(number, line) ?? line;
	};
	const waiting = new ModemWaiting({
		modem: options.modem,
		clock: systemClock,
		remind: (reason) => tellWaiting(reason, options),
	});
	// The addresses are printed first; events meanwhile wait.
	let early: (() => void)[] | null = [];
	const tell = (telling: () => void) =>
		early === null ? telling() : void early.push(telling);
	const first = new FirstTry();
	const atModem = connectModem(panel, {
		open,
		url: options.modem,
		// It compares instants, and the machine's clock may be set between them.
		clock: steadyClock(thisMachine),
		settings,
		pins: pinGuard(systemClock),
		onModem: (event) => {
			waiting.note(event);
			first.note(event);
			tell(() => tellModem(event, options));
		},
		onMail: (event) => tell(() => tellMail(panel, event, options)),
	});
	announce(panel, options, phones.lines, await first.succeeded);
	for (const telling of early) telling();
	early = null;
	return {
		async close() {
			waiting.close();
			await atModem.disconnect();
			await phones.close();
			trace?.flush();
		},
	};
}

/**
 * Whether the first try to start the modem succeeds. A modem that does not answer
 * counts as failed after some seconds: the panel's addresses do not wait for it.
 */
class FirstTry {
	readonly succeeded: Promise<boolean>;
	#settle: (succeeded: boolean) => void = () => {};

	constructor() {
		const tried = new Promise<boolean>((resolve) => {
			this.#settle = resolve;
		});
		const late = wait(systemClock, FIRST_TRY).then(() => false);
		this.succeeded = Promise.race([tried, late]);
	}

	note({ type }: ModemEvent): void {
		if (type === "started") this.#settle(true);
		if (type === "open-failed" || type === "start-failed") this.#settle(false);
	}
}

/** Tells every line of bytes as it passes: the panel's modem and each phone line. */
function bytesTrace({ json, showSecrets }: ConnectionOptions): LineTrace {
	return new LineTrace(systemClock, {
		masking: showSecrets ? "nothing" : "texts",
		tell: ({ at, line, direction, text }) => {
			const { meaning } = atLineMeaning({ direction, text });
			if (json) {
				const told = { line, direction, text, meaning };
				printEventJson(at, { trace: told });
				return;
			}
			const arrow = direction === "out" ? ">" : "<";
			const said = meaning === null ? "" : `  (${meaning})`;
			complainOfEvent(shown(`${line} ${arrow} ${spelt(text)}${said}`));
		},
	});
}

/** @throws UsageError for a URL of no modem */
function opener(
	{ owner, modem: url, number }: ConnectionOptions,
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
	{ number, modem, json, channel: { seed }, announce: also }: ConnectionOptions,
	lines: readonly OpenLine[],
	ready: boolean,
): void {
	if (json) {
		const { name } = panel.model;
		const facts = { ready, model: name, number, modem, lines, seed, ...also };
		printEventJson(systemClock.now(), facts);
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

function tellModem(
	happened: ModemEvent,
	{ json, show, told }: ConnectionOptions,
): void {
	// These come all day long; the mail tells what was sent.
	if (happened.type === "signal" || happened.type === "sent") return;
	const event = told === null ? happened : told.modem(happened);
	if (show !== null || event === null) return;
	if (json) printEventJson(systemClock.now(), { modem: event });
	else complainOfEvent(describeModemEvent(event));
}

function tellWaiting(reason: string, { json, show }: ConnectionOptions): void {
	if (show !== null) return;
	if (json) printEventJson(systemClock.now(), { waiting: reason });
	else complainOfEvent(`still waiting for the modem: ${reason}`);
}

function tellMail(
	panel: Panel,
	happened: MailEvent,
	options: ConnectionOptions,
): void {
	const { json, showSecrets, show, told } = options;
	const event = told === null ? happened : told.mail(happened);
	if (show !== null && happened.type === "sent" && happened.outcome.sent)
		show(happened.to, happened.text);
	else if (event === null) return;
	else if (json)
		printEventJson(
			systemClock.now(),
			mailJson(
				event,
				showSecrets ? null : new HouseMask(panel.model, [panel.state]),
			),
		);
	else {
		complainOfEvent(mailText(event, showSecrets));
		if (event.type === "received" && showSecrets)
			for (const entry of event.exchange.journal)
				complainOfEvent(explainEntry(panel.model, entry, errorColors));
	}
}
