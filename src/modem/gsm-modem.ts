/**
 * A GSM modem as a mailbox. It keeps the line open, sets the modem up whenever
 * that is needed, and tells in events what happens. Nothing here throws or
 * rejects for what a modem, a line or a network does.
 */

import { messageOf } from "../error-message.ts";
import type { IncomingSms, Mailbox, SendOutcome } from "../sms/mailbox.ts";
import type { Clock } from "../time/clock.ts";
import { wait } from "../time/wait.ts";
import type { Transport } from "../transport/transport.ts";
import { AtSession } from "./at/at-session.ts";
import { limitEvents } from "./link/event-limit.ts";
import type { ModemEvent } from "./link/modem-event.ts";
import { type ModemFacts, readModemFacts } from "./link/modem-info.ts";
import { ModemLink, type OnlineModem, onlineModem } from "./link/modem-link.ts";
import { checkSettings, type ModemSettings } from "./link/modem-settings.ts";
import { NetworkWatch } from "./link/network-watch.ts";
import {
	noRecord,
	type PinMemory,
	type PinRecord,
	type StartFault,
	whenUnlocked,
} from "./link/sim.ts";
import { type StartFacts, startUp } from "./link/start-up.ts";
import { StorageSelection } from "./link/storage.ts";
import type { ReceivedReport } from "./link/stored-message.ts";
import { Inbox } from "./receiving/inbox.ts";
import { Reception } from "./receiving/reception.ts";
import { StorageWatch } from "./receiving/storage-watch.ts";
import { DeliveryReports } from "./sending/delivery-reports.ts";
import { type Permission, SendQueue } from "./sending/send-queue.ts";
import type { SendOptions } from "./sending/transmit.ts";
import {
	Ussd,
	type UssdMessage,
	type UssdOutcome,
} from "./supplementary/ussd.ts";
import { type ModemError, watchModem } from "./watchdog.ts";

export interface GsmModemParts {
	/**
	 * Opens the port. Asked again whenever the line is gone: after a replug the
	 * port may have another name. May reject.
	 */
	readonly open: () => Promise<Transport>;
	readonly clock: Clock;
	readonly settings?: Partial<ModemSettings> | undefined;
	/** Where PINs that were refused are kept for other drivers; nowhere if left out. */
	readonly pins?: PinRecord | undefined;
	readonly onEvent?: ((event: ModemEvent) => void) | undefined;
}

/** How the first start ended. */
export type Started =
	| { readonly ok: true; readonly facts: StartFacts }
	| { readonly ok: false; readonly fault: StartFault };

export class GsmModem implements Mailbox {
	readonly incoming: AsyncIterable<IncomingSms>;
	/** How the first start ended. After a fault that is not final the driver tries again. */
	readonly started: Promise<Started>;
	private readonly clock: Clock;
	private readonly settings: ModemSettings;
	private readonly open: () => Promise<Transport>;
	private readonly onEvent: (event: ModemEvent) => void;
	private readonly closing = new AbortController();
	private readonly pinMemory: PinMemory = { refused: false };
	private readonly record: PinRecord;
	private readonly link: ModemLink;
	private readonly reports = new DeliveryReports();
	private readonly inbox: Inbox;
	private readonly sendQueue: SendQueue;
	private readonly dialogue: Ussd;
	private readonly network: NetworkWatch;
	private readonly storage: StorageWatch;
	private readonly tellStarted: (started: Started) => void;
	private readonly running: Promise<void>;
	private readonly reception: Reception;
	private session: AtSession | null = null;
	/** Has the modem on the line set up again. */
	private restart: (trouble: ModemError) => void = () => {};

	constructor(parts: GsmModemParts) {
		const { open, clock, settings: wanted, onEvent, pins = noRecord } = parts;
		const { settings, warnings } = checkSettings(wanted ?? {});
		this.open = open;
		this.clock = clock;
		this.settings = settings;
		this.record = pins;
		this.onEvent = limitEvents(clock, onEvent ?? (() => {}));
		const emit = this.onEvent;
		const { signal } = this.closing;
		const link = new ModemLink(clock);
		const onReport = (report: ReceivedReport) => this.reported(report);
		const { reports } = this;
		const common = { clock, settings, link, onEvent: emit };
		this.link = link;
		this.inbox = new Inbox({ ...common, onReport });
		this.sendQueue = new SendQueue({ ...common, reports, signal });
		this.dialogue = new Ussd(common);
		this.network = new NetworkWatch({
			...common,
			grace: settings.coverageGrace,
		});
		this.storage = new StorageWatch({ ...common, inbox: this.inbox });
		this.reception = new Reception({
			...common,
			inbox: this.inbox,
			network: this.network,
			dialogue: this.dialogue,
			onLateReference: (reference) => this.sendQueue.receiveLate(reference),
			onRestarted: (reason) => this.restart({ reason, reopen: false }),
		});
		this.incoming = this.inbox.incoming;
		let resolve: (started: Started) => void = () => {};
		this.started = new Promise((done) => {
			resolve = done;
		});
		this.tellStarted = (started) => resolve(started);
		for (const reason of warnings) emit({ type: "warning", reason });
		this.running = this.run();
	}

	/** As the mailbox's; options stand in for the settings. */
	send(
		to: string,
		text: string,
		options: Partial<SendOptions> & Permission = {},
	): Promise<SendOutcome> {
		return this.sendQueue.send(to, text, options);
	}

	/** As the mailbox's. */
	async ask(code: string): Promise<string | null> {
		const outcome = await this.ussd(code);
		// Nobody here answers a menu; left open, it would take the next code for an answer.
		await this.endUssd();
		return outcome.ok ? outcome.message.text : null;
	}

	/**
	 * Sends a USSD code to the network (`*100#`), or an answer where it expects one.
	 * @param patience milliseconds to wait for what it says
	 */
	ussd(code: string, patience?: number): Promise<UssdOutcome> {
		return this.dialogue.ask(code, patience);
	}

	/** Ends a USSD dialogue in which the network expects an answer. */
	endUssd(): Promise<void> {
		return this.dialogue.end();
	}

	/** What the network said last by USSD. */
	get lastUssd(): UssdMessage | null {
		return this.dialogue.last;
	}

	/** What the modem says about itself; null while there is none that answers. */
	async info(): Promise<ModemFacts | null> {
		const { session } = this;
		const charset = this.link.online?.facts.charset ?? null;
		return session === null ? null : readModemFacts(session, charset);
	}

	/**
	 * Lets go of the modem. What is being sent fails as something that may be
	 * retried; messages not forgotten stay in the modem.
	 */
	async close(): Promise<void> {
		this.closing.abort();
		this.link.close();
		this.network.close();
		await this.session?.close("the modem was closed");
		await this.running;
		this.inbox.close();
	}

	private get closed(): boolean {
		return this.closing.signal.aborted;
	}

	private async run(): Promise<void> {
		let before: string | null = null;
		let failures = 0;
		while (!this.closed) {
			const transport = await this.openPort(failures);
			if (transport === null) {
				failures += 1;
				continue;
			}
			const { name } = transport;
			const renamed = before === null || before === name ? null : before;
			this.onEvent({ type: "opened", name, before: renamed });
			before = name;
			const worked = await this.use(transport);
			failures = worked ? 0 : failures + 1;
			if (!this.closed) await this.pause(failures);
		}
		const reason = "the modem was closed";
		const fault = { reason, advice: "", final: true };
		this.tellStarted({ ok: false, fault });
	}

	private async openPort(failures: number): Promise<Transport | null> {
		try {
			const opening = this.open();
			// A port may take for ever to open.
			const transport = await this.unlessClosed(opening);
			if (transport !== null && !this.closed) return transport;
			void opening.then((late) => late.close()).catch(() => {});
		} catch (error) {
			if (this.closed) return null;
			const reason = messageOf(error);
			const again = this.pauseAfter(failures + 1);
			this.onEvent({ type: "open-failed", reason, again });
			await this.pause(failures + 1);
		}
		return null;
	}

	/** Uses a line until it is gone. @returns whether the modem ever worked on it */
	private async use(transport: Transport): Promise<boolean> {
		const { name } = transport;
		const session = new AtSession({
			transport,
			clock: this.clock,
			timeouts: this.settings.timeouts,
			onIndication: (indication) => this.reception.receive(indication),
			onStray: (line) => this.onEvent({ type: "noise", line }),
		});
		this.session = session;
		let worked = false;
		for (;;) {
			const trouble = await this.setUpAndWatch(session, () => {
				worked = true;
			});
			this.reception.disconnect();
			this.link.disconnect();
			this.network.modemGone();
			if (this.closed) break;
			this.onEvent({ type: "lost", name, reason: trouble.reason });
			if (trouble.reopen) break;
		}
		this.session = null;
		await session.close();
		return worked;
	}

	/**
	 * What `opening` gives, or null when the driver is closed first. A race with a
	 * promise that lives as long as the driver would keep every line in memory.
	 */
	private unlessClosed<T>(opening: Promise<T>): Promise<T | null> {
		const { signal } = this.closing;
		return new Promise((resolve, reject) => {
			const giveUp = () => resolve(null);
			if (signal.aborted) giveUp();
			signal.addEventListener("abort", giveUp);
			const settled = () => signal.removeEventListener("abort", giveUp);
			opening.then(resolve, reject).finally(settled);
		});
	}

	/** From an open line to whatever ends the modem's use. */
	private async setUpAndWatch(
		session: AtSession,
		onWorking: () => void,
	): Promise<ModemError> {
		const over = new AbortController();
		const { signal } = over;
		const ended = Promise.race([
			session.ended.then((reason): ModemError => ({ reason, reopen: true })),
			new Promise<ModemError>((resolve) => {
				this.restart = resolve;
			}),
		]);
		void ended.then(() => over.abort());
		const { clock, settings, pinMemory: memory, record, onEvent } = this;
		const start = { session, clock, settings, signal, memory, record, onEvent };
		const started = await startUp(start);
		if (!started.ok) {
			const { fault } = started;
			if (!this.closed) {
				this.tellStarted(started);
				onEvent({ type: "start-failed", name: session.name, ...fault });
			}
			return fault.final
				? Promise.race([ended, whenUnlocked({ session, clock, signal })])
				: { reason: fault.reason, reopen: true };
		}
		if (signal.aborted) return ended;
		const { facts } = started;
		const { storage: home, otherStorages: others } = facts;
		const selection = new StorageSelection(session, home, clock, { others });
		signal.addEventListener("abort", () => selection.retire());
		const modem = onlineModem(session, facts, selection);
		// Messages that came while nobody was here.
		if (facts.receive !== "off") await this.inbox.listAll(modem, "at-start");
		if (signal.aborted) return ended;
		onWorking();
		this.link.connect(modem);
		this.network.registered(facts.registration);
		onEvent({ type: "started", name: session.name });
		this.tellStarted(started);
		this.reception.connect(modem);
		const { network, storage } = this;
		const interval = settings.checkInterval;
		const watching = { clock, interval, network, storage, signal };
		const watched = watchModem(modem, watching).then(
			(trouble) => trouble ?? ended,
		);
		if (facts.receive === "polling") void this.poll(modem, signal);
		const trouble = await Promise.race([ended, watched]);
		over.abort();
		return trouble;
	}

	private async poll(modem: OnlineModem, signal: AbortSignal): Promise<void> {
		const { clock, settings, inbox } = this;
		for (;;) {
			await wait(clock, settings.pollInterval, signal);
			if (signal.aborted) return;
			await inbox.list(modem, modem.facts.storage ?? "");
		}
	}

	private reported(report: ReceivedReport): void {
		const event = this.reports.receive(report, this.sendQueue.sending);
		if (event !== null) this.onEvent(event);
	}

	private pause(failures: number): Promise<void> {
		return wait(this.clock, this.pauseAfter(failures), this.closing.signal);
	}

	private pauseAfter(failures: number): number {
		const { reopen } = this.settings;
		return reopen[Math.min(Math.max(failures, 1), reopen.length) - 1] ?? 1000;
	}
}
