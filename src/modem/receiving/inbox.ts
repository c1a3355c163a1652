/**
 * Takes received messages from the modem to the firmware. A stored message is
 * deleted only when the whole message that it belongs to is durable; until then
 * it is read again after a restart.
 */
import type { IncomingSms } from "../../sms/mailbox.ts";
import type { ReceivedPart } from "../../sms/received-part.ts";
import {
	type Collected,
	type Collection,
	collectPart,
	emptyCollection,
	expireParts,
	nextExpiry,
} from "../../sms/segment-collector.ts";
import type { Clock } from "../../time/clock.ts";
import { arrivals } from "../../transport/arrivals.ts";
import type { ModemEvent } from "../link/modem-event.ts";
import type { ModemLink, OnlineModem } from "../link/modem-link.ts";
import type { ModemSettings } from "../link/modem-settings.ts";
import {
	contentOf,
	type MessageContent,
	type ReceivedReport,
	type StoredMessage,
} from "../link/stored-message.ts";
import { type MessageSlot, MessageSlots } from "./message-slots.ts";
import { listStorage, readSlot } from "./storage-listing.ts";

export interface InboxParts {
	readonly clock: Clock;
	readonly settings: ModemSettings;
	readonly link: ModemLink;
	readonly onEvent: (event: ModemEvent) => void;
	readonly onReport: (report: ReceivedReport) => void;
}

const mostWaiting = 1000;

/**
 * When a storage is read. Where messages are kept, those that are marked read at the
 * start were done before; later the modem marks what we have read ourselves.
 */
type Occasion = "at-start" | "while-running";

/** A stored message, and what is in it. */
interface Read {
	readonly message: StoredMessage;
	readonly content: MessageContent;
}

/**
 * A modem lists by slot, and puts a later message into a slot that became free
 * before: the service centre's time says which came first. What has none goes
 * before.
 */
function byTimeSent(one: Read, other: Read): number {
	return timeSent(one) - timeSent(other);
}

function timeSent({ content }: Read): number {
	return content.type === "part" ? (content.part.sentAt ?? 0) : 0;
}

export class Inbox {
	/** Whole messages, for one reader. */
	readonly incoming = arrivals<IncomingSms>();
	readonly slots = new MessageSlots();
	private readonly parts: InboxParts;
	private collection: Collection<MessageSlot> = emptyCollection;
	private cancelExpiry: () => void = () => {};

	constructor(parts: InboxParts) {
		this.parts = parts;
	}

	/**
	 * Reads a storage and takes what is new; what is durable is deleted.
	 */
	list(
		modem: OnlineModem,
		storage: string,
		occasion: Occasion = "while-running",
	): Promise<void> {
		return modem.inTurn(async () => {
			const { messages, complete } = await listStorage(modem, storage);
			const { charset } = modem.facts;
			const read = messages.map((message): Read => {
				return { message, content: contentOf(message, charset) };
			});
			for (const each of read.toSorted(byTimeSent))
				this.take(modem, storage, each, occasion);
			if (complete) {
				const taken = messages.map(({ index }) => index);
				this.slots.keepOnly(storage, taken);
			}
			await this.eraseDone(modem);
		});
	}

	/** The same for all storages of a modem, wherever messages lie. */
	async listAll(
		modem: OnlineModem,
		occasion: Occasion = "while-running",
	): Promise<void> {
		const { storage: home, storages } = modem.facts;
		for (const storage of storages.length === 0 ? [""] : storages) {
			await this.list(modem, storage, occasion);
		}
		if (home !== null) await modem.inTurn(() => modem.storage.select(home));
	}

	/** A message was announced (+CMTI, +CDSI). */
	readAnnounced(
		modem: OnlineModem,
		storage: string,
		index: number,
	): Promise<void> {
		return modem.inTurn(async () => {
			const { message } = await readSlot(modem, storage, index);
			if (message !== null) this.takeOne(modem, storage, message);
			await this.eraseDone(modem);
		});
	}

	/**
	 * A message came directly (+CMT).
	 * @param durable called once it may be acknowledged: at once if nothing of
	 * it is to be kept or others must come first, else when it is durable.
	 */
	receiveDirect(content: MessageContent, durable: () => Promise<void>): void {
		const slot: MessageSlot = {
			storage: null,
			index: 0,
			body: "",
			part: null,
			state: "waiting",
			shownBy: null,
		};
		this.use(slot, content, durable);
		if (slot.state !== "delivered") void durable();
	}

	/**
	 * Whether so many messages wait for their reader that no more are taken: what
	 * is stored stays there, what comes directly is not acknowledged.
	 */
	get isFull(): boolean {
		return this.incoming.waiting >= mostWaiting;
	}

	/** Deletes what is durable. In a turn of the modem. */
	async eraseDone(modem: OnlineModem): Promise<void> {
		for (const slot of this.slots.in("done")) await this.erase(modem, slot);
	}

	/** Deletes one message. In a turn of the modem. @returns whether it is gone */
	async erase(modem: OnlineModem, slot: MessageSlot): Promise<boolean> {
		const { storage, index } = slot;
		if (storage === null) return true;
		// Its deletion may not have been seen, and the place have a new message since.
		if (slot.shownBy !== modem) {
			const { answered, message } = await readSlot(modem, storage, index);
			if (!answered) return false;
			if (message?.body !== slot.body) {
				this.slots.remove(slot);
				if (message !== null) this.takeOne(modem, storage, message);
				return message === null;
			}
			slot.shownBy = modem;
		}
		if (!(await modem.storage.select(storage))) return false;
		const answer = await modem.session.command(`AT+CMGD=${index}`);
		if (!answer.ok && answer.error.type !== "refused") slot.shownBy = null;
		const gone =
			answer.ok ||
			(answer.error.type === "refused" &&
				answer.error.result.type === "cms" &&
				answer.error.result.code === 321);
		if (gone) this.slots.remove(slot);
		return gone;
	}

	close(): void {
		this.cancelExpiry();
		this.incoming.end();
	}

	private takeOne(
		modem: OnlineModem,
		storage: string,
		message: StoredMessage,
	): void {
		const content = contentOf(message, modem.facts.charset);
		this.take(modem, storage, { message, content }, "while-running");
	}

	private take(
		modem: OnlineModem,
		storage: string,
		{ message, content }: Read,
		occasion: Occasion,
	): void {
		if (this.isFull) return;
		const { index, body, status } = message;
		const known = this.slots.find(storage, index, body);
		if (known !== null) {
			known.shownBy = modem;
			return;
		}
		const slot = this.slots.add(storage, index, body, modem);
		const keeps = this.parts.settings.afterRead === "keep";
		const isOld = occasion === "at-start" && status === 1;
		if (isOld && keeps && content.type === "part") {
			slot.part = content.part;
			slot.state = "kept";
		} else this.use(slot, content, null);
	}

	private use(
		slot: MessageSlot,
		content: MessageContent,
		durable: (() => Promise<void>) | null,
	): void {
		switch (content.type) {
			case "part":
				slot.part = content.part;
				this.collect(slot, content.part, durable);
				return;
			case "report":
				slot.state = "done";
				this.parts.onReport(content.report);
				return;
			case "data": {
				const { from, port } = content;
				slot.state = this.parts.settings.afterRead === "keep" ? "kept" : "done";
				this.parts.onEvent({ type: "data", from, port });
				return;
			}
			case "outgoing":
				slot.state = "outgoing";
				return;
			case "unreadable": {
				slot.state = "unreadable";
				const { storage, index } = slot;
				const place =
					storage === null ? "came directly" : `${storage} ${index}`;
				const { reason } = content;
				this.parts.onEvent({ type: "unreadable", place, reason });
			}
		}
	}

	private collect(
		slot: MessageSlot,
		part: ReceivedPart,
		durable: (() => Promise<void>) | null,
	): void {
		const now = this.parts.clock.now();
		// A late part may complete a message that was given up.
		if (part.concatenation !== null) {
			for (const old of this.slots.in("given-up")) {
				if (old.part === null || old.part.from !== part.from) continue;
				old.state = "waiting";
				this.adopt(collectPart(this.collection, old.part, old, now), null);
			}
		}
		this.adopt(collectPart(this.collection, part, slot, now), durable);
	}

	private adopt(
		{ collection, reports }: Collected<MessageSlot>,
		durable: (() => Promise<void>) | null,
	): void {
		this.collection = collection;
		for (const report of reports) {
			switch (report.type) {
				case "complete":
					this.deliver(report.message, report.handles, durable);
					break;
				case "late-duplicate":
					report.handle.state = "done";
					break;
				case "incomplete": {
					for (const slot of report.handles) slot.state = "given-up";
					const { from, missing } = report;
					const arrived = report.arrived.map(({ number }) => number);
					this.parts.onEvent({ type: "incomplete", from, arrived, missing });
				}
			}
		}
		this.wakeAtExpiry();
	}

	private deliver(
		{ from, named, text, sentAt, concatenation }: ReceivedPart,
		slots: readonly MessageSlot[],
		durable: (() => Promise<void>) | null,
	): void {
		for (const slot of slots) slot.state = "delivered";
		let forgotten = false;
		this.incoming.push({
			from,
			named,
			text,
			sentAt,
			reference: concatenation?.reference ?? null,
			forget: async () => {
				if (forgotten) return;
				forgotten = true;
				const keeps = this.parts.settings.afterRead === "keep";
				for (const slot of slots) slot.state = keeps ? "kept" : "done";
				await durable?.();
				const modem = this.parts.link.online;
				if (modem !== null) {
					await modem.inTurn(() => this.eraseDone(modem));
				}
			},
		});
	}

	private wakeAtExpiry(): void {
		this.cancelExpiry();
		const due = nextExpiry(this.collection);
		if (due === null) return;
		const { clock } = this.parts;
		this.cancelExpiry = clock.at(due, () => {
			this.adopt(expireParts(this.collection, clock.now()), null);
		});
	}
}
