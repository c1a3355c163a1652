import { type PanelEvent, site } from "../panel/state/event.ts";
import type { Destination } from "../panel/state/state.ts";
import type {
	Receiver,
	ReceiverReport,
	ReportReception,
} from "../receivers/receiver.ts";
import {
	type ReceiverAddress,
	readReceiverUrl,
} from "../receivers/receiver-address.ts";
import type { Clock } from "../time/clock.ts";
import { Retry } from "../time/retry.ts";
import type { Firmware } from "./firmware.ts";
import { after, next, nobody, type Sending } from "./outbox/next.ts";
import { receiverReport } from "./outbox/receiver-report.ts";

/** Opens the receiver of a destination; nothing is connected before something is sent. */
export type OpenReceiver = (
	destination: number,
	address: ReceiverAddress,
	onSupervision: (present: boolean) => void,
) => Receiver;

export interface ReceiverRoomParts {
	readonly firmware: Firmware;
	readonly clock: Clock;
	readonly open: OpenReceiver;
	readonly onEvent: (event: ReceiverEvent) => void;
	/** Whether the line of a destination is supervised. */
	readonly isSupervised: (destination: number) => boolean;
}

/** What happens between panel and receivers, for those who watch. */
export type ReceiverEvent =
	| {
			readonly type: "report";
			readonly destination: number;
			readonly report: ReceiverReport;
			readonly reception: ReportReception;
	  }
	/** A supervised line answers, or was lost. */
	| {
			readonly type: "supervision";
			readonly destination: number;
			readonly present: boolean;
	  }
	/** The store could not write: it is tried again after a pause. */
	| { readonly type: "trouble"; readonly error: unknown };

/** A destination that is spoken to. */
interface Line {
	/** What it was opened for; another one is another line. */
	readonly url: string;
	readonly receiver: Receiver;
	sending: Promise<void>;
	closed: boolean;
}

/**
 * Carries reports from the panel's outbox to receivers of alarms. Each destination
 * has its turn by itself. A report leaves the outbox only when its answer has come;
 * after a restart the next room sends it again, under the same number. Without
 * power nothing is sent, and what was under way is as if nobody had tried.
 */
export class ReceiverRoom {
	readonly #parts: ReceiverRoomParts;
	readonly #lines = new Map<number, Line>();
	readonly #retry: Retry;
	readonly #stopWatching: () => void;
	readonly #closing = new Set<Promise<void>>();
	/** Supervised destinations whose line is lost. */
	readonly #lost = new Set<number>();
	#noting: Promise<void> = Promise.resolve();

	constructor(parts: ReceiverRoomParts) {
		this.#parts = parts;
		const { firmware, clock, onEvent } = parts;
		this.#retry = new Retry(clock, (error) =>
			onEvent({ type: "trouble", error }),
		);
		this.#stopWatching = firmware.onChange(() => this.#follow());
		this.#follow();
		this.#takeOver();
	}

	/** Sends a report beside the outbox, behind what is being sent; null where the line is not there. */
	test(
		{ id }: Destination,
		report: ReceiverReport,
	): Promise<ReportReception> | null {
		return this.#lines.get(id)?.receiver.send(report) ?? null;
	}

	/** Supervised destinations that do not answer. */
	get lost(): readonly number[] {
		return [...this.#lost];
	}

	async close(): Promise<void> {
		this.#stopWatching();
		this.#retry.close();
		for (const id of this.#lines.keys()) this.#hangUp(id);
		await Promise.all(this.#closing);
		await this.#noting;
	}

	/** Opens and closes lines as destinations come and go, and sends what is due. */
	#follow(): void {
		const { firmware } = this.#parts;
		const { reporting, runtime } = firmware.state;
		const wanted = runtime.cutAt === null ? reporting.destinations : [];
		for (const [id, { url }] of this.#lines)
			if (!wanted.some((one) => one.id === id && lineName(one) === url)) {
				this.#hangUp(id);
				// Without power nothing is found out; else nobody supervises it any more.
				if (runtime.cutAt === null && this.#lost.has(id))
					this.#notePresence(id, true);
			}
		for (const destination of wanted) this.#open(destination);
		for (const id of this.#lines.keys()) this.#sendDue(id);
	}

	#open(destination: Destination): void {
		const { id, url, carrier } = destination;
		const read = readReceiverUrl(url, carrier);
		if (read === null || !read.ok || this.#lines.has(id)) return;
		const { open, onEvent } = this.#parts;
		const receiver = open(id, read.address, (present) => {
			onEvent({ type: "supervision", destination: id, present });
			this.#notePresence(id, present);
		});
		this.#lines.set(id, {
			url: lineName(destination),
			receiver,
			sending: Promise.resolve(),
			closed: false,
		});
	}

	/** A loss that was noted before the last end lasts until every line has answered. */
	#takeOver(): void {
		const { firmware, isSupervised } = this.#parts;
		const { troubles } = firmware.state.runtime;
		if (!troubles.some(({ name, present }) => name === "receiver" && present))
			return;
		for (const id of this.#lines.keys())
			if (isSupervised(id)) this.#lost.add(id);
		if (this.#lost.size === 0) this.#noteTrouble(false);
	}

	/** A supervised line that is lost is a trouble of the panel, until all are found. */
	#notePresence(id: number, isPresent: boolean): void {
		const { size } = this.#lost;
		if (isPresent) this.#lost.delete(id);
		else this.#lost.add(id);
		const isLost = this.#lost.size > 0;
		if (isLost !== size > 0) this.#noteTrouble(isLost);
	}

	#noteTrouble(present: boolean): void {
		const event: PanelEvent = {
			type: "trouble",
			trouble: "receiver",
			zone: 0,
			present,
			by: site,
		};
		this.#noting = this.#noting.then(async () => {
			await this.#retry.until(() => this.#parts.firmware.happen(event));
		});
	}

	#hangUp(id: number): void {
		const line = this.#lines.get(id);
		if (line === undefined) return;
		this.#lines.delete(id);
		line.closed = true;
		const closing = line.receiver.close().then(() => line.sending);
		this.#closing.add(closing);
		void closing.finally(() => this.#closing.delete(closing));
	}

	#sendDue(id: number): void {
		const line = this.#lines.get(id);
		if (line === undefined) return;
		line.sending = line.sending
			.then(() => this.#sendAllDue(id, line))
			.catch((error) => this.#parts.onEvent({ type: "trouble", error }));
	}

	async #sendAllDue(id: number, line: Line): Promise<void> {
		const { firmware, clock, onEvent } = this.#parts;
		while (!line.closed) {
			const { state } = firmware;
			const leaving = next(state, nobody, clock.now(), id);
			const waiting = state.runtime.outbox.find(
				(report) => report.id === leaving?.id,
			);
			if (leaving === null || waiting === undefined) return;
			const report = receiverReport(state, waiting);
			const reception = await line.receiver.send(report);
			const sending = sendingOf(reception);
			if (sending === "withheld") return;
			onEvent({ type: "report", destination: id, report, reception });
			const { event } = after(leaving, sending, nobody, clock.now());
			// It has left: only what is remembered of it is tried again.
			if (event !== null) await this.#retry.until(() => firmware.happen(event));
		}
	}
}

function sendingOf(reception: ReportReception): Sending {
	if (reception.reached) return "sent";
	return reception.why === "closed" ? "withheld" : "failed";
}

function lineName({ url, carrier }: Destination): string {
	return `${url} ${carrier}`;
}
