import { writeAddress } from "../../sms/address.ts";
import { type AnatomyRow, anatomyOf } from "../../sms/pdu-anatomy.ts";
import type { Tpdu } from "../../sms/tpdu.ts";
import { textOf } from "../../sms/user-data.ts";
import type { TracedLine } from "../../transport/line-trace.ts";
import { MASKED } from "../../transport/trace-mask.ts";
import { describeResult } from "./at-errors.ts";
import { finalResultOf } from "./at-result.ts";

/** What a line between a program and a modem says. */
export interface LineMeaning {
	/** `sends an SMS`; null where nothing is known of it. */
	readonly meaning: string | null;
	/** A PDU octet by octet; null for other lines. */
	readonly pdu: readonly AnatomyRow[] | null;
}

/** Says what a line means. Text mode, answers to queries and data are left as they are. */
export function atLineMeaning({
	direction,
	text,
}: Pick<TracedLine, "direction" | "text">): LineMeaning {
	const line = text.replace(/[\r\n\x1a\x1b]+/g, " ").trim();
	if (/^([0-9A-Fa-f]{2}){8,}$/.test(line)) return pduMeaning(line, direction);
	if (line === MASKED) return { meaning: "an SMS, masked", pdu: null };
	return {
		meaning: direction === "out" ? commandMeaning(line) : answerMeaning(line),
		pdu: null,
	};
}

function commandMeaning(line: string): string | null {
	if (/^AT$/i.test(line)) return "is the modem there?";
	const [, name = "", operator = ""] =
		/^AT([+&^]?[A-Z]+\d?)(=\?|\?|=)?/i.exec(line) ?? [];
	const subject = subjects[name.toUpperCase()];
	if (subject === undefined) return null;
	if (operator === "?") return `asks for ${subject}`;
	if (operator === "=?") return `asks what there is of ${subject}`;
	return operator === "=" ? `sets or uses ${subject}` : subject;
}

function answerMeaning(line: string): string | null {
	if (line === ">") return "waits for the text or PDU";
	const result = finalResultOf(line);
	if (result !== null) return describeResult(result);
	const [, name = ""] = /^([+^][A-Z]+):/.exec(line) ?? [];
	const news = indications[name];
	if (news !== undefined) return news;
	const subject = subjects[name];
	return subject === undefined ? null : `tells ${subject}`;
}

function pduMeaning(hex: string, direction: "in" | "out"): LineMeaning {
	const { rows, pdu } = anatomyOf(hex, {
		...(direction === "out" ? { type: "submit" as const } : {}),
	});
	const meaning = pdu.ok ? tpduMeaning(pdu.value.tpdu) : pdu.error.message;
	return { meaning, pdu: rows };
}

function tpduMeaning(tpdu: Tpdu): string {
	switch (tpdu.type) {
		case "deliver":
			return `SMS from ${writeAddress(tpdu.oa)}: ${textOf(tpdu.ud) ?? "compressed"}`;
		case "submit":
			return `SMS to ${writeAddress(tpdu.da)}: ${textOf(tpdu.ud) ?? "compressed"}`;
		case "status-report":
			return `delivery report for ${writeAddress(tpdu.ra)}`;
	}
}

/** What a modem says by itself. (3GPP TS 27.005, 27.007) */
const indications: { readonly [name: string]: string } = {
	"+CMTI": "an SMS has come and lies in the storage",
	"+CMT": "an SMS comes",
	"+CDSI": "a delivery report has come and lies in the storage",
	"+CDS": "a delivery report comes",
	"+CUSD": "the network answers a code",
};

/** What commands are about. (3GPP TS 27.005, 27.007) */
const subjects: { readonly [name: string]: string } = {
	E0: "no echo",
	E1: "echo",
	Z: "the settings of the start",
	"&F": "the factory settings",
	"+CFUN": "the radio, on or off",
	"+CGMI": "the maker",
	"+CGMM": "the model",
	"+CGMR": "the firmware's version",
	"+CGSN": "the IMEI",
	"+CIMI": "the IMSI",
	"+CCID": "the SIM card's number",
	"+CPIN": "the SIM card's PIN",
	"+CPINR": "tries left for the PIN",
	"+CLCK": "a lock of the SIM card",
	"+CPWD": "another PIN",
	"+CREG": "the registration in the network",
	"+CGREG": "the registration for data",
	"+CEREG": "the registration in LTE",
	"+COPS": "the operator",
	"+CSQ": "the signal",
	"+CMEE": "how errors are said",
	"+CSCS": "the alphabet of texts",
	"+CSCA": "the service centre",
	"+CSMS": "the service for messages",
	"+CSMP": "parameters of text mode",
	"+CSDH": "details in text mode",
	"+CMGF": "PDU or text mode",
	"+CNMI": "how new messages are told",
	"+CNMA": "that a message has been taken",
	"+CPMS": "the storage of messages",
	"+CMGL": "the list of messages",
	"+CMGR": "a message in the storage",
	"+CMGD": "deletion of a message",
	"+CMGS": "an SMS to send",
	"+CMGW": "an SMS for the storage",
	"+CMSS": "a stored SMS to send",
	"+CNUM": "the own number",
	"+CUSD": "a code for the network",
	"+CPAS": "what the phone is doing",
	"+CLIP": "who calls",
	"+CBC": "the battery",
};
