import type { Clock } from "../../time/clock.ts";
import { readNumber, readParameters } from "../at/at-parameters.ts";
import type { Indication } from "../at/unsolicited.ts";
import type { ModemEvent } from "../link/modem-event.ts";
import type { OnlineModem } from "../link/modem-link.ts";
import type { NetworkWatch } from "../link/network-watch.ts";
import {
	contentOfPdu,
	contentOfText,
	type MessageContent,
} from "../link/stored-message.ts";
import type { Ussd } from "../supplementary/ussd.ts";
import { Announcements } from "./announcements.ts";
import type { Inbox } from "./inbox.ts";

export interface ReceptionParts {
	readonly clock: Clock;
	readonly inbox: Inbox;
	readonly network: NetworkWatch;
	readonly dialogue: Ussd;
	readonly onEvent: (event: ModemEvent) => void;
	/** A send that was given up had a reference after all. */
	readonly onLateReference: (reference: number) => void;
	/** The modem has forgotten how it was set up. */
	readonly onRestarted: (reason: string) => void;
}

// The storages are read after a start, so what is announced meanwhile is found.
const mostEarly = 200;
// The network waits about this long for an acknowledgement.
const acknowledgeWithin = 20_000;

/** Hands on what the modem says by itself, once it is set up. */
export class Reception {
	private readonly parts: ReceptionParts;
	private modem: OnlineModem | null = null;
	private readonly announcements: Announcements;
	/** Indications that came while the modem was being set up. */
	private early: Indication[] = [];

	constructor(parts: ReceptionParts) {
		this.parts = parts;
		this.announcements = new Announcements(parts.inbox);
	}

	connect(modem: OnlineModem): void {
		this.modem = modem;
		for (const indication of this.early.splice(0)) this.receive(indication);
	}

	disconnect(): void {
		this.modem = null;
		this.early = [];
		this.announcements.clear();
	}

	receive(indication: Indication): void {
		const { onEvent, onRestarted, dialogue } = this.parts;
		switch (indication.type) {
			case "ussd":
				dialogue.receive(indication);
				break;
			case "ring":
				onEvent(indication);
				break;
			case "late-reference":
				this.parts.onLateReference(indication.reference);
				break;
			case "restarted":
				onRestarted(`the modem started anew (${indication.line})`);
				break;
			case "other":
				break;
			default:
				if (this.modem !== null) this.handOn(this.modem, indication);
				else if (this.early.length < mostEarly) this.early.push(indication);
		}
	}

	private handOn(modem: OnlineModem, indication: Indication): void {
		const { inbox, network } = this.parts;
		const off = modem.facts.receive === "off";
		switch (indication.type) {
			case "message-stored":
			case "report-stored": {
				const { type, storage, index } = indication;
				if (off && type === "message-stored") return;
				this.announcements.add(modem, storage, index);
				return;
			}
			case "message":
			case "report": {
				if (off && indication.type === "message") return;
				if (inbox.isFull) return;
				const content = contentIn(modem, indication);
				inbox.receiveDirect(content, this.acknowledgement(modem));
				return;
			}
			case "registration":
				if (indication.network === "+CREG") {
					network.registered(indication.status);
				}
		}
	}

	/** Acknowledges a message that came directly (+CNMA), where the modem wants that. */
	private acknowledgement(modem: OnlineModem): () => Promise<void> {
		const { session, facts } = modem;
		if (!facts.acknowledge) return async () => {};
		let open = true;
		const { clock, onEvent } = this.parts;
		// A modem without its acknowledgement stops handing messages over.
		const askAgain = async () => {
			const reason =
				"a message was not durable in time and not acknowledged: the network sends it again";
			onEvent({ type: "warning", reason });
			if (facts.indications !== null) await session.command(facts.indications);
		};
		const cancelTimer = clock.at(clock.now() + acknowledgeWithin, () => {
			open = false;
			void askAgain();
		});
		return async () => {
			if (!open) return;
			open = false;
			cancelTimer();
			const { ok } = await session.command("AT+CNMA");
			if (!ok) await askAgain();
		};
	}
}

/** What +CMT or +CDS brought. */
function contentIn(
	{ facts }: OnlineModem,
	{ head, body }: Extract<Indication, { type: "message" | "report" }>,
): MessageContent {
	const parameters = readParameters(head);
	// A modem that fell into the other mode hands over in that one. What it brings
	// is nowhere else, so it is read by its form.
	return parameters.length <= 2
		? contentOfPdu(body ?? "", readNumber(parameters.at(-1)))
		: contentOfText(parameters, body ?? "", facts.charset ?? "IRA");
}
