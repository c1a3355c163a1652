/** SMS-SUBMIT: a message on its way from us to the service centre (3GPP TS 23.040, 9.2.2.2). */
import { type Address, decodeAddress, encodeAddress } from "./address.ts";
import { describeDcs } from "./data-coding-scheme.ts";
import type { Explanation, OctetReader } from "./octet-reader.ts";
import type { OctetWriter } from "./octet-writer.ts";
import { describePid } from "./protocol-identifier.ts";
import { decodeUserData, encodeUserData, type UserData } from "./user-data.ts";
import {
	decodeValidityPeriod,
	decodeVpf,
	encodeValidityPeriod,
	encodeVpf,
	type ValidityPeriod,
} from "./validity-period.ts";

export interface Submit {
	readonly type: "submit";
	/** TP-RD: the service centre shall refuse a message that it already has from us. */
	readonly rejectDuplicates: boolean;
	/** TP-SRR: we want a status report. */
	readonly statusReport: boolean;
	/** TP-RP: the reply can come back by the same service centre. */
	readonly replyPath: boolean;
	/** TP-MR, 0 to 255. A modem puts its own and tells it in `+CMGS: <mr>`. */
	readonly mr: number;
	/** Destination address: who gets it. */
	readonly da: Address;
	/** Protocol identifier, 0 for a plain message. */
	readonly pid: number;
	/** Data coding scheme; see `encodeDcs`. */
	readonly dcs: number;
	/** How long the service centre keeps trying; null leaves it to the centre. */
	readonly vp: ValidityPeriod | null;
	readonly ud: UserData;
}

const messageType = 0x01;
const rejectDuplicates = 0x04;
const statusReport = 0x20;
const header = 0x40;
const replyPath = 0x80;

/** Puts the TPDU; faults are `submit.…`. */
export function encodeSubmit(writer: OctetWriter, submit: Submit): void {
	const { mr, da, pid, dcs, vp, ud } = submit;
	writer.octet(
		"submit.first-octet",
		messageType |
			(submit.rejectDuplicates ? rejectDuplicates : 0) |
			(encodeVpf(vp?.format ?? null) << 3) |
			(submit.statusReport ? statusReport : 0) |
			(ud.header.length > 0 ? header : 0) |
			(submit.replyPath ? replyPath : 0),
	);
	writer.octet("submit.mr", mr);
	encodeAddress(writer, "submit.da", da);
	writer.octet("submit.pid", pid);
	writer.octet("submit.dcs", dcs);
	if (vp !== null) encodeValidityPeriod(writer, "submit.vp", vp);
	encodeUserData(writer, "submit.ud", dcs, ud);
}

/** Takes the TPDU; faults and fields are `submit.…`. */
export function decodeSubmit(reader: OctetReader): Submit {
	const first = reader.octet("submit.first-octet", describeFirstOctet);
	const mr = reader.octet("submit.mr", (octet) => ({
		value: String(octet),
		meaning: "message reference",
	}));
	const da = decodeAddress(reader, "submit.da");
	const pid = reader.octet("submit.pid", describePid);
	const dcs = reader.octet("submit.dcs", describeDcs);
	const format = decodeVpf(first >> 3);
	const vp = decodeValidityPeriod(reader, "submit.vp", format);
	const ud = decodeUserData(reader, "submit.ud", {
		dcs,
		header: (first & header) !== 0,
		cutShort: "fault",
	});
	return {
		type: "submit",
		rejectDuplicates: (first & rejectDuplicates) !== 0,
		statusReport: (first & statusReport) !== 0,
		replyPath: (first & replyPath) !== 0,
		mr,
		da,
		pid,
		dcs,
		vp,
		ud,
	};
}

function describeFirstOctet(octet: number): Explanation {
	const words = [
		octet & rejectDuplicates ? "duplicates to be rejected" : "",
		`${decodeVpf(octet >> 3) ?? "no"} validity period`,
		octet & statusReport ? "status report wanted" : "",
		octet & header ? "has a user data header" : "",
		octet & replyPath ? "reply path set" : "",
	];
	return {
		value: "SMS-SUBMIT",
		meaning: words.filter((word) => word !== "").join("; "),
	};
}
