/** Messages as AT+CMGL, AT+CMGR, +CMT and +CDS show them (3GPP TS 27.005, 3.4 and 4). */

import { writeAddress } from "../../sms/address.ts";
import { decodePdu } from "../../sms/pdu.ts";
import { partOf, type ReceivedPart } from "../../sms/received-part.ts";
import type { InformationElement } from "../../sms/user-data-header.ts";
import { answerTo, readNumber, readParameters } from "../at/at-parameters.ts";
import { type Charset, decodeText, instantInText } from "./text-mode.ts";

/** One slot of a storage. */
export interface StoredMessage {
	readonly index: number;
	/** 0 received unread, 1 received read, 2 stored unsent, 3 stored sent; null if not told. */
	readonly status: number | null;
	/** The parameters behind index and status. */
	readonly head: readonly string[];
	/** The PDU, or in text mode the text as the modem wrote it. */
	readonly body: string;
	/** The mode in which the modem showed it. */
	readonly mode: "pdu" | "text";
}

/** What a delivery report says, in either mode. */
export interface ReceivedReport {
	/** TP-MR. */
	readonly reference: number;
	/** Who was to get the message. */
	readonly to: string;
	/** TP-ST. */
	readonly status: number;
}

/** What lies in a slot, or comes with +CMT or +CDS. */
export type MessageContent =
	| { readonly type: "part"; readonly part: ReceivedPart }
	| { readonly type: "report"; readonly report: ReceivedReport }
	/** Data for a program in the phone: an MMS notification, settings. */
	| {
			readonly type: "data";
			readonly from: string;
			/** The application's port (3GPP TS 23.040, 9.2.3.24.4): 2948 is WAP push. */
			readonly port: number;
	  }
	/** A message that was written on this modem, not received. */
	| { readonly type: "outgoing" }
	| { readonly type: "unreadable"; readonly reason: string };

// Information elements of the header (3GPP TS 23.040, 9.2.3.24.3 and 9.2.3.24.4).
const PORTS_OF_8_BITS = 0x04;
const PORTS_OF_16_BITS = 0x05;

const textStatuses = ["REC UNREAD", "REC READ", "STO UNSENT", "STO SENT"];

/** The messages in the answer to `AT+CMGL`. */
export function listedMessages(lines: readonly string[]): StoredMessage[] {
	const messages: StoredMessage[] = [];
	let open: { head: string[]; body: string[] } | null = null;
	const close = () => {
		const index = readNumber(open?.head[0]);
		if (open === null || index === null) return;
		const [, status = "", ...head] = open.head;
		const body = open.body.join("\n");
		messages.push({ index, ...statusIn(status), head, body });
	};
	for (const line of lines) {
		const answer = answerTo("+CMGL", [line]);
		if (answer !== null) {
			close();
			open = { head: readParameters(answer), body: [] };
		} else open?.body.push(line);
	}
	close();
	return messages;
}

/** The message in the answer to `AT+CMGR=<index>`; null for an empty slot. */
export function readMessage(
	lines: readonly string[],
	index: number,
): StoredMessage | null {
	const at = lines.findIndex((line) => answerTo("+CMGR", [line]) !== null);
	const answer = answerTo("+CMGR", lines);
	if (answer === null) return null;
	const [status = "", ...head] = readParameters(answer);
	const body = lines.slice(at + 1).join("\n");
	// Some modems show an empty slot as a message of no length.
	if (body === "" && readNumber(head.at(-1)) === 0) return null;
	return { index, ...statusIn(status), head, body };
}

/** What a slot holds. @param charset null in PDU mode. */
export function contentOf(
	{ status, head, body }: StoredMessage,
	charset: Charset | null,
): MessageContent {
	if (status === 2 || status === 3) return { type: "outgoing" };
	return charset === null
		? contentOfPdu(body, readNumber(head.at(-1)))
		: contentOfText(head, body, charset);
}

/** What a PDU holds. @param tpduLength as told with it, null where not. */
export function contentOfPdu(
	pdu: string,
	tpduLength: number | null,
): MessageContent {
	const decoded = decodePdu(pdu, { tpduLength: tpduLength ?? undefined });
	if (!decoded.ok) {
		const { path, octet, message } = decoded.error;
		const reason = `${path} at octet ${octet}: ${message}`;
		return { type: "unreadable", reason };
	}
	const { tpdu } = decoded.value;
	switch (tpdu.type) {
		case "deliver": {
			const port = portIn(tpdu.ud.header);
			const part = partOf(tpdu);
			return port === null
				? { type: "part", part }
				: { type: "data", from: part.from, port };
		}
		case "submit":
			return { type: "outgoing" };
		case "status-report": {
			const { mr, ra, st } = tpdu;
			const report = { reference: mr, to: writeAddress(ra), status: st };
			return { type: "report", report };
		}
	}
}

/** The port that user data is addressed to; null for a message to a person. */
function portIn(header: readonly InformationElement[]): number | null {
	const element =
		header.find(({ id }) => id === PORTS_OF_16_BITS) ??
		header.find(({ id }) => id === PORTS_OF_8_BITS);
	if (element === undefined) return null;
	const [first = 0, second = 0] = element.data;
	return element.data.length === 4 ? first * 256 + second : first;
}

/**
 * What a message in text mode holds: `<oa>,[<alpha>],<scts>…` and the text, or
 * `<fo>,<mr>,[<ra>],[<tora>],<scts>,<dt>,<st>` of a report.
 */
export function contentOfText(
	head: readonly string[],
	body: string,
	charset: Charset,
): MessageContent {
	const [first = "", mr, ra = ""] = head;
	const reference = readNumber(mr);
	const status = readNumber(head.at(-1));
	if (/^\d{1,3}$/.test(first) && reference !== null && status !== null) {
		const to = decodeText(ra, charset);
		return { type: "report", report: { reference, to, status } };
	}
	const from = decodeText(first, charset);
	const part: ReceivedPart = {
		from,
		named: /[^+\d*#abc]/i.test(from),
		text: decodeText(body, charset),
		sentAt: instantInText(head[2] ?? ""),
		concatenation: null,
	};
	return { type: "part", part };
}

/** Text mode names the status, PDU mode counts it. */
function statusIn(text: string): Pick<StoredMessage, "status" | "mode"> {
	const named = textStatuses.indexOf(text);
	return named < 0
		? { status: readNumber(text), mode: "pdu" }
		: { status: named, mode: "text" };
}
