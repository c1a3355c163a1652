/** SMS-STATUS-REPORT: what became of a message of ours (3GPP TS 23.040, 9.2.2.3). */
import { type Address, decodeAddress, encodeAddress } from "./address.ts";
import { describeDcs } from "./data-coding-scheme.ts";
import type { Explanation, OctetReader } from "./octet-reader.ts";
import type { OctetWriter } from "./octet-writer.ts";
import { describePid } from "./protocol-identifier.ts";
import { describeStatus } from "./status.ts";
import {
	decodeTimestamp,
	encodeTimestamp,
	type Timestamp,
} from "./timestamp.ts";
import { decodeUserData, encodeUserData, type UserData } from "./user-data.ts";

export interface StatusReport {
	readonly type: "status-report";
	/** The service centre has more for us (the opposite of TP-MMS, which is set when not). */
	readonly moreMessages: boolean;
	/** TP-LP: forwarded already, must not be forwarded again. */
	readonly loopPrevention: boolean;
	/** What it reports on (TP-SRQ). */
	readonly about: "submit" | "command";
	/** TP-MR of the message that it reports on. */
	readonly mr: number;
	/** Recipient address: who was to get the message. */
	readonly ra: Address;
	/** When the service centre got the message. */
	readonly scts: Timestamp;
	/** When it was delivered, or when the service centre last tried. */
	readonly dt: Timestamp;
	/** Status; see `decodeStatus`. */
	readonly st: number;
	/** What follows is optional, and null where TP-PI does not announce it. */
	readonly pid: number | null;
	readonly dcs: number | null;
	readonly ud: UserData | null;
}

const messageType = 0x02;
const noMoreMessages = 0x04;
const loopPrevention = 0x08;
const aboutCommand = 0x20;
const header = 0x40;

// TP-PI (9.2.3.27).
const hasPid = 0x01;
const hasDcs = 0x02;
const hasUserData = 0x04;
const morePi = 0x80;

/** Puts the TPDU, TP-PI only where something optional follows; faults are `status-report.…`. */
export function encodeStatusReport(
	writer: OctetWriter,
	report: StatusReport,
): void {
	const { mr, ra, scts, dt, st, pid, dcs, ud } = report;
	const headed = ud !== null && ud.header.length > 0;
	writer.octet(
		"status-report.first-octet",
		messageType |
			(report.moreMessages ? 0 : noMoreMessages) |
			(report.loopPrevention ? loopPrevention : 0) |
			(report.about === "command" ? aboutCommand : 0) |
			(headed ? header : 0),
	);
	writer.octet("status-report.mr", mr);
	encodeAddress(writer, "status-report.ra", ra);
	encodeTimestamp(writer, "status-report.scts", scts);
	encodeTimestamp(writer, "status-report.dt", dt);
	writer.octet("status-report.st", st);
	const pi =
		(pid === null ? 0 : hasPid) |
		(dcs === null ? 0 : hasDcs) |
		(ud === null ? 0 : hasUserData);
	if (pi !== 0) writer.octet("status-report.pi", pi);
	if (pid !== null) writer.octet("status-report.pid", pid);
	if (dcs !== null) writer.octet("status-report.dcs", dcs);
	if (ud !== null) encodeUserData(writer, "status-report.ud", dcs ?? 0, ud);
}

/** Takes the TPDU; faults and fields are `status-report.…`. */
export function decodeStatusReport(reader: OctetReader): StatusReport {
	const first = reader.octet("status-report.first-octet", describeFirstOctet);
	const mr = reader.octet("status-report.mr", (octet) => ({
		value: String(octet),
		meaning: "message reference of what it reports on",
	}));
	const ra = decodeAddress(reader, "status-report.ra");
	const scts = decodeTimestamp(reader, "status-report.scts");
	const dt = decodeTimestamp(reader, "status-report.dt");
	const st = reader.octet("status-report.st", describeStatus);
	const pi = decodePi(reader);
	const pid =
		pi & hasPid ? reader.octet("status-report.pid", describePid) : null;
	const dcs =
		pi & hasDcs ? reader.octet("status-report.dcs", describeDcs) : null;
	const ud =
		pi & hasUserData
			? decodeUserData(reader, "status-report.ud", {
					dcs: dcs ?? 0,
					header: (first & header) !== 0,
					cutShort: "accepted",
				})
			: null;
	return {
		type: "status-report",
		moreMessages: (first & noMoreMessages) === 0,
		loopPrevention: (first & loopPrevention) !== 0,
		about: first & aboutCommand ? "command" : "submit",
		mr,
		ra,
		scts,
		dt,
		st,
		pid,
		dcs,
		ud,
	};
}

/** The parameter indicator, 0 where the report ends before it; extensions say nothing to us. */
function decodePi(reader: OctetReader): number {
	if (reader.remaining === 0) return 0;
	const pi = reader.octet("status-report.pi", describePi);
	let last = pi;
	while (last & morePi) last = reader.octet("status-report.pi", describePi);
	return pi;
}

function describePi(octet: number): Explanation {
	const present = [
		octet & hasPid ? "TP-PID" : "",
		octet & hasDcs ? "TP-DCS" : "",
		octet & hasUserData ? "TP-UDL and TP-UD" : "",
	].filter((name) => name !== "");
	return {
		value: `0x${octet.toString(16).padStart(2, "0").toUpperCase()}`,
		meaning: `what follows: ${present.join(", ") || "nothing"}`,
	};
}

function describeFirstOctet(octet: number): Explanation {
	const words = [
		octet & noMoreMessages ? "no more messages" : "more messages waiting",
		octet & loopPrevention ? "not to be forwarded" : "",
		octet & aboutCommand ? "about an SMS-COMMAND" : "about an SMS-SUBMIT",
		octet & header ? "has a user data header" : "",
	];
	return {
		value: "SMS-STATUS-REPORT",
		meaning: words.filter((word) => word !== "").join("; "),
	};
}
