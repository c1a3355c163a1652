/** SMS-DELIVER: a message on its way from the service centre to us (3GPP TS 23.040, 9.2.2.1). */
import { type Address, decodeAddress, encodeAddress } from "./address.ts";
import { describeDcs } from "./data-coding-scheme.ts";
import type { Explanation, OctetReader } from "./octet-reader.ts";
import type { OctetWriter } from "./octet-writer.ts";
import { describePid } from "./protocol-identifier.ts";
import {
	decodeTimestamp,
	encodeTimestamp,
	type Timestamp,
} from "./timestamp.ts";
import { decodeUserData, encodeUserData, type UserData } from "./user-data.ts";

export interface Deliver {
	readonly type: "deliver";
	/** The service centre has more for us (the opposite of TP-MMS, which is set when not). */
	readonly moreMessages: boolean;
	/** TP-LP: forwarded already, must not be forwarded again. */
	readonly loopPrevention: boolean;
	/** TP-SRI: the sender gets a status report. */
	readonly statusReport: boolean;
	/** TP-RP: a reply can go back by the same service centre. */
	readonly replyPath: boolean;
	/** Originating address: who sent it. */
	readonly oa: Address;
	/** Protocol identifier, 0 for a plain message. */
	readonly pid: number;
	/** Data coding scheme; see `decodeDcs`. */
	readonly dcs: number;
	/** When the service centre got it. */
	readonly scts: Timestamp;
	readonly ud: UserData;
}

const noMoreMessages = 0x04;
const loopPrevention = 0x08;
const statusReport = 0x20;
const header = 0x40;
const replyPath = 0x80;

/** Puts the TPDU; faults are `deliver.…`. */
export function encodeDeliver(writer: OctetWriter, deliver: Deliver): void {
	const { oa, pid, dcs, scts, ud } = deliver;
	writer.octet(
		"deliver.first-octet",
		(deliver.moreMessages ? 0 : noMoreMessages) |
			(deliver.loopPrevention ? loopPrevention : 0) |
			(deliver.statusReport ? statusReport : 0) |
			(ud.header.length > 0 ? header : 0) |
			(deliver.replyPath ? replyPath : 0),
	);
	encodeAddress(writer, "deliver.oa", oa);
	writer.octet("deliver.pid", pid);
	writer.octet("deliver.dcs", dcs);
	encodeTimestamp(writer, "deliver.scts", scts);
	encodeUserData(writer, "deliver.ud", dcs, ud);
}

/** Takes the TPDU; faults and fields are `deliver.…`. */
export function decodeDeliver(reader: OctetReader): Deliver {
	const first = reader.octet("deliver.first-octet", describeFirstOctet);
	const oa = decodeAddress(reader, "deliver.oa");
	const pid = reader.octet("deliver.pid", describePid);
	const dcs = reader.octet("deliver.dcs", describeDcs);
	const scts = decodeTimestamp(reader, "deliver.scts");
	const ud = decodeUserData(reader, "deliver.ud", {
		dcs,
		header: (first & header) !== 0,
		cutShort: "fault",
	});
	return {
		type: "deliver",
		moreMessages: (first & noMoreMessages) === 0,
		loopPrevention: (first & loopPrevention) !== 0,
		statusReport: (first & statusReport) !== 0,
		replyPath: (first & replyPath) !== 0,
		oa,
		pid,
		dcs,
		scts,
		ud,
	};
}

function describeFirstOctet(octet: number): Explanation {
	const words = [
		octet & noMoreMessages ? "no more messages" : "more messages waiting",
		octet & loopPrevention ? "not to be forwarded" : "",
		octet & statusReport ? "sender gets a status report" : "",
		octet & header ? "has a user data header" : "",
		octet & replyPath ? "reply path set" : "",
	];
	return {
		value: "SMS-DELIVER",
		meaning: words.filter((word) => word !== "").join("; "),
	};
}
