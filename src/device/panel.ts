import type { ActivityFeed } from "../firmware/activity.ts";
import type { Exchange } from "../firmware/answer/exchange.ts";
import { numberingOf } from "../firmware/answer/numbering.ts";
import type { ReceivedSms } from "../firmware/answer/response.ts";
import { Firmware } from "../firmware/firmware.ts";
import { followCredit, type KnownCredit } from "../firmware/known-credit.ts";
import { type MailEvent, MailRoom } from "../firmware/mail-room.ts";
import type { Leaving } from "../firmware/outbox/next.ts";
import {
	type OpenReceiver,
	type ReceiverEvent,
	ReceiverRoom,
} from "../firmware/receiver-room.ts";
import { type TestedDestination, testReport } from "../firmware/test-report.ts";
import type { Model } from "../models/model.ts";
import type { Cause, PanelEvent } from "../panel/state/event.ts";
import { find } from "../panel/state/numbered.ts";
import type { Outcome } from "../panel/state/outcome.ts";
import type { Numbering } from "../panel/state/phone-number.ts";
import type { Destination, PanelState } from "../panel/state/state.ts";
import type { ReceiverReport, ReportReception } from "../receivers/receiver.ts";
import { readReceiverUrl } from "../receivers/receiver-address.ts";
import type { Mailbox } from "../sms/mailbox.ts";
import type { PanelStore } from "../store/panel-store.ts";
import type { Clock } from "../time/clock.ts";
import { stopwatch } from "../time/stopwatch.ts";
import { PanelModem } from "./panel-modem.ts";

/** Default limit of texts that are heard from one sender in an hour. */
const HOURLY = 30;

export interface PanelParts {
	readonly model: Model;
	/** The panel's own number. */
	readonly number: string;
	readonly clock: Clock;
	readonly store: PanelStore;
	/** Most texts of one sender in an hour that are heard from a network. */
	readonly hourly?: number;
	/** Told when a write fails that nobody waits for. */
	readonly onTrouble: (error: unknown) => void;
}

/** A write of a panel's memory. */
export interface PanelWrite {
	/** Until it was durable, or had failed. */
	readonly seconds: number;
	readonly failed: boolean;
	/** What was to be written. */
	readonly state: PanelState;
}

/** What came of a test report, and when it did. */
export interface ReportTested {
	/** As it was when the report went. */
	readonly way: Destination;
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly at: number;
	readonly tested: TestedDestination;
}

/** Sends one report to a receiver that is opened for it. */
async function testedOnce(
	{ id, url, carrier }: Destination,
	report: ReceiverReport,
	open: OpenReceiver | undefined,
): Promise<ReportReception> {
	const read = readReceiverUrl(url, carrier);
	if (open === undefined || !read?.ok)
		return {
			reached: false,
			why: "no-connection",
			message: "its line is closed",
		};
	const receiver = open(id, read.address, () => {});
	try {
		return await receiver.send(report);
	} finally {
		await receiver.close();
	}
}

/** A running panel: firmware, store and clock together. */
export interface Panel {
	readonly model: Model;
	/** Its own number. */
	readonly number: string;
	/** How its country writes phone numbers. */
	readonly numbering: Numbering;
	/** What has happened at it since it was started. */
	readonly activity: ActivityFeed;
	/** Its modem, as far as somebody asks about it. */
	readonly modem: PanelModem;
	/** What of its outbox its modem is sending now; null for nothing. */
	readonly leaving: Leaving | null;
	/** The SIM's credit as it was told last since the panel runs; null while it is not known. */
	readonly credit: KnownCredit | null;
	/** Its durable state. */
	readonly state: PanelState;
	/** Texts it; resolves when the result is durable. */
	text(sms: ReceivedSms): Promise<Exchange>;
	/** Lets something happen to it; resolves when the result is durable. */
	happens(event: PanelEvent): Promise<Outcome>;
	/** Changes what is programmed, as an edit of the file would; resolves when it is durable. */
	reprogram(change: (state: PanelState) => PanelState): Promise<void>;
	/**
	 * Lets it hear and answer what comes to a mailbox, until the mailbox is closed.
	 * What waits in the outbox is sent at once.
	 */
	serve(mailbox: Mailbox, onEvent: (event: MailEvent) => void): MailRoom;
	/**
	 * Lets its reports reach receivers of alarms, until the room is closed. What waits
	 * in the outbox is sent at once. Without it reports to receivers fail.
	 */
	report(
		open: OpenReceiver,
		onEvent: (event: ReceiverEvent) => void,
		isSupervised?: (destination: number) => boolean,
	): ReceiverRoom;
	/**
	 * Calls `listener` with what passes between it and receivers.
	 * @returns a function that ends the calls
	 */
	onReceiver(listener: (event: ReceiverEvent) => void): () => void;
	/** Destinations whose receiver is supervised and does not answer. */
	readonly lostReceivers: readonly number[];
	/**
	 * Sends a test report through one destination, over the ways that it has now.
	 * @param open opens a receiver where it has none
	 * @param by whose doing it is; somebody's at this machine where it is left out
	 */
	testReport(
		destination: number,
		open?: OpenReceiver,
		by?: Cause,
	): Promise<TestedDestination>;
	/**
	 * Calls `listener` with what came of each test report, but for those that the panel
	 * refused to send.
	 * @returns a function that ends the calls
	 */
	onReportTested(listener: (tested: ReportTested) => void): () => void;
	/**
	 * Calls `listener` after each change, once that is durable.
	 * @returns a function that ends the calls
	 */
	onChange(listener: () => void): () => void;
	/**
	 * Puts another state in place of the present one: an edit of its file.
	 * @param decide gives it, null for none; nothing else happens meanwhile
	 */
	replaceState(
		decide: (present: PanelState) => Promise<PanelState | null>,
	): Promise<void>;
	/**
	 * Calls `listener` after each write of its memory.
	 * @returns a function that ends the calls
	 */
	onWrite(listener: (write: PanelWrite) => void): () => void;
	/** Carries out the deadlines that are due, so that `state` is of now. */
	catchUp(): Promise<void>;
	/** Waits for what is under way, then closes the store. */
	close(): Promise<void>;
}

/**
 * Loads the state and starts the firmware on it. Deadlines that fell due since
 * the last save are carried out. Schedules are dated from now on, also those
 * that somebody wrote into the file by hand.
 */
export async function startPanel(parts: PanelParts): Promise<Panel> {
	const { model } = parts;
	const { store, onWrite } = timed(parts.store);
	const state = await store.load();
	const numbering = await numberingOf(state.remote.country);
	const firmware = new Firmware({
		hourly: HOURLY,
		...parts,
		store,
		state,
		numbering,
	});
	await firmware.catchUp().catch(parts.onTrouble);
	const { clock } = parts;
	let mailRoom: MailRoom | null = null;
	let receivers: ReceiverRoom | null = null;
	const credit = followCredit(firmware.activity);
	const receiverListeners = new Set<(event: ReceiverEvent) => void>();
	const testListeners = new Set<(tested: ReportTested) => void>();
	return {
		model,
		number: parts.number,
		numbering,
		activity: firmware.activity,
		modem: new PanelModem(),
		get leaving() {
			return mailRoom?.leaving ?? null;
		},
		get credit() {
			return credit();
		},
		get state() {
			return firmware.state;
		},
		text: (sms) => firmware.receive(sms),
		happens: (event) => firmware.happen(event),
		reprogram: (change) => firmware.reprogram(change),
		serve: (mailbox, onEvent) => {
			const hasReceivers = () => receivers !== null;
			const parts = { firmware, mailbox, clock, onEvent, hasReceivers };
			mailRoom = new MailRoom(parts);
			return mailRoom;
		},
		report: (open, onEvent, isSupervised = () => false) => {
			receivers = new ReceiverRoom({
				firmware,
				clock,
				open,
				isSupervised,
				onEvent(event) {
					for (const listener of receiverListeners) listener(event);
					onEvent(event);
				},
			});
			return receivers;
		},
		onReceiver(listener) {
			receiverListeners.add(listener);
			return () => void receiverListeners.delete(listener);
		},
		get lostReceivers() {
			return receivers?.lost ?? [];
		},
		async testReport(id, open, by) {
			const way = find(firmware.state.reporting.destinations, id);
			const ways = {
				text: mailRoom === null ? null : mailRoom.test.bind(mailRoom),
				receiver:
					receivers === null && open === undefined
						? null
						: (destination: Destination, report: ReceiverReport) =>
								receivers?.test(destination, report) ??
								testedOnce(destination, report, open),
			};
			const now = () => clock.now();
			const tested = await testReport(firmware, now, id, ways, by);
			if (tested.refusal === null && way !== undefined)
				for (const listener of testListeners)
					listener({ way, at: clock.now(), tested });
			return tested;
		},
		onReportTested(listener) {
			testListeners.add(listener);
			return () => void testListeners.delete(listener);
		},
		onChange: (listener) => firmware.onChange(listener),
		replaceState: (decide) => firmware.replaceState(decide),
		onWrite,
		catchUp: () => firmware.catchUp(),
		async close() {
			await firmware.stop();
			await store.close();
		},
	};
}

/** A store whose writes are timed. */
function timed(store: PanelStore): Pick<Panel, "onWrite"> & {
	readonly store: PanelStore;
} {
	const listeners = new Set<(write: PanelWrite) => void>();
	const tell = (state: PanelState, began: number, failed: boolean) => {
		const seconds = (stopwatch() - began) / 1000;
		for (const listener of listeners) listener({ seconds, failed, state });
	};
	return {
		store: {
			load: () => store.load(),
			async save(state) {
				const began = stopwatch();
				try {
					await store.save(state);
				} catch (error) {
					tell(state, began, true);
					throw error;
				}
				tell(state, began, false);
			},
			close: () => store.close(),
		},
		onWrite(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
}
