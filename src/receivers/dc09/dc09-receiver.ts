import type { Clock } from "../../time/clock.ts";
import { SECOND } from "../../time/units.ts";
import type { Receiver, ReceiverReport, ReportReception } from "../receiver.ts";
import type { ReceiverAddress } from "../receiver-address.ts";
import { type FrameContent, writeContent } from "./content.ts";
import type { Dc09Settings } from "./dc09-settings.ts";
import { encrypted } from "./encryption.ts";
import { eventContent } from "./event-data.ts";
import {
	type Exchanged,
	Exchanges,
	type OpenReceiverLine,
} from "./exchange.ts";
import { writeFrame } from "./frame.ts";
import { unreachedOf } from "./unreached.ts";

/** A receiver that is not supervised is let go of so long after the last frame. */
const IDLE = 5 * SECOND;

/** By UDP a frame is sent again after 2, 4 and 8 seconds. */
const FIRST_REPEAT = 2 * SECOND;

/** Reports are numbered from 1 to 9999, and then from 1 again. */
const SEQUENCES = 9999;

export interface Dc09Parts {
	readonly address: ReceiverAddress;
	readonly settings: Dc09Settings;
	readonly open: OpenReceiverLine;
	/** Keeps the waits. */
	readonly clock: Clock;
	/** The time of day by the machine, which receivers compare with theirs. */
	readonly wallTime: () => number;
	/** Gives so many octets that nobody can guess. */
	readonly chance: (count: number) => Uint8Array;
	/** Told when a supervised line is lost, and when it is there again. */
	readonly onSupervision?: (present: boolean) => void;
}

/**
 * A receiver that speaks DC-09. One frame is sent, then its answer awaited. A report
 * keeps its sequence number however often it is sent, also after a restart: the
 * receiver can tell a repeat by it.
 */
export class Dc09Receiver implements Receiver {
	readonly #parts: Dc09Parts;
	readonly #exchanges: Exchanges;
	#turn: Promise<unknown> = Promise.resolve();
	#cancelNext = () => {};
	#missed = 0;
	/** Null while nothing is known. */
	#isPresent: boolean | null = null;
	#closed = false;

	constructor(parts: Dc09Parts) {
		this.#parts = parts;
		this.#exchanges = new Exchanges(parts.open, parts.clock);
		this.#afterwards();
	}

	send(report: ReceiverReport): Promise<ReportReception> {
		const { address, settings } = this.#parts;
		const form = settings.form ?? address.form;
		const sequence = ((report.id - 1) % SEQUENCES) + 1;
		return this.#inTurn(async () => {
			const reception = await this.#delivered(form, sequence, (time) =>
				eventContent(
					report,
					form,
					address.account,
					settings.panelTime ? report.at : time,
				),
			);
			this.#noteSupervision(reception.reached);
			return reception;
		});
	}

	/** Sends a NULL, which reports nothing, and says whether it was answered. */
	poll(): Promise<ReportReception> {
		return this.#inTurn(() =>
			this.#delivered("NULL", 0, (time) => ({ data: "", extended: [], time })),
		);
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#cancelNext();
		await this.#exchanges.close();
		await this.#turn;
		this.#cancelNext();
	}

	async #delivered(
		id: string,
		sequence: number,
		contentAt: (time: number) => FrameContent,
	): Promise<ReportReception> {
		const { address, settings, clock, wallTime } = this.#parts;
		const sent = { sequence, account: address.account };
		const { key, connect } = settings;
		const isUdp = address.carrier === "udp";
		const tries = isUdp ? settings.tries + 1 : settings.tries;
		let last: Exchanged = { type: "no-answer", why: null };
		let octets: string | null = null;
		let wasRefused = false;
		for (let round = 0; round < tries; round += 1) {
			// By UDP it is the same frame, by TCP one with the time of day.
			if (octets === null || !isUdp)
				octets = this.#frame(id, sequence, contentAt(wallTime()));
			const answer =
				isUdp && round < tries - 1
					? Math.min(FIRST_REPEAT * 2 ** round, settings.answer)
					: settings.answer;
			const start = clock.now();
			last = await this.#exchanges.exchange(octets, sent, key, {
				connect,
				answer,
			});
			if (last.type === "ACK" || last.type === "RSP")
				return {
					reached: true,
					answer: last.type,
					milliseconds: clock.now() - start,
				};
			if (last.type === "DUH" || last.type === "closed") break;
			if (last.type === "NAK") {
				// Once more with a new time of day; then it is no matter of time.
				if (wasRefused) break;
				wasRefused = true;
				octets = null;
			} else if (!isUdp) await this.#exchanges.hangUp();
		}
		return unreachedOf(last, tries, wallTime(), key !== null);
	}

	#frame(id: string, sequence: number, content: FrameContent): string {
		const { address, settings, chance } = this.#parts;
		const { key, crc } = settings;
		const text = writeContent(content);
		return writeFrame(
			{
				id,
				sequence,
				account: address.account,
				encrypted: key !== null,
				// Receivers are met that misread a frame without it.
				receiver: "0",
				line: "0",
				body: key === null ? text : encrypted(text, key, chance),
			},
			crc,
		);
	}

	#inTurn(work: () => Promise<ReportReception>): Promise<ReportReception> {
		const turn = this.#turn.then(async () => {
			this.#cancelNext();
			const reception = await work();
			this.#afterwards();
			return reception;
		});
		this.#turn = turn;
		return turn;
	}

	/** What is done when nothing was sent for a while. */
	#afterwards(): void {
		const { clock, settings } = this.#parts;
		this.#cancelNext();
		if (this.#closed) return;
		const { supervision } = settings;
		const after = supervision ?? IDLE;
		// The clock does not wait for it: a poll waits for the clock.
		this.#cancelNext = clock.at(clock.now() + after, () => {
			void (supervision === null ? this.#exchanges.hangUp() : this.#watch());
		});
	}

	async #watch(): Promise<void> {
		const { reached } = await this.poll();
		this.#noteSupervision(reached);
	}

	#noteSupervision(reached: boolean): void {
		const { settings, onSupervision } = this.#parts;
		if (settings.supervision === null || this.#closed) return;
		this.#missed = reached ? 0 : this.#missed + 1;
		const isKnown = reached || this.#missed >= settings.missed;
		if (!isKnown || this.#isPresent === reached) return;
		this.#isPresent = reached;
		onSupervision?.(reached);
	}
}
