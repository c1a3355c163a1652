/** Messages as text mode shows them (3GPP TS 27.005, 3.1, 3.4). */
import type { Address } from "../../sms/address.ts";
import type { Deliver } from "../../sms/deliver.ts";
import { septetCount } from "../../sms/gsm7.ts";
import { writeHex } from "../../sms/hex.ts";
import { encodeRelative } from "../../sms/relative-validity-period.ts";
import type { StatusReport } from "../../sms/status-report.ts";
import type { Submit } from "../../sms/submit.ts";
import type { Timestamp } from "../../sms/timestamp.ts";
import type { Tpdu } from "../../sms/tpdu.ts";
import { encodeUcs2 } from "../../sms/ucs2.ts";
import type { UserData } from "../../sms/user-data.ts";
import { headerLength, tablesNamedIn } from "../../sms/user-data-header.ts";
import type { MemoryMessage } from "../equipment/message-store.ts";
import { toLine } from "../session/character-set.ts";
import { shownAddress, typeOfAddressNumber } from "../session/line-number.ts";
import type { SessionSettings } from "../session/session-settings.ts";
import { pduOf } from "./stored-pdu.ts";

/** `+CMGR: "REC READ","+15550100",,"26/11/20,20:31:54+00"` and the text. */
export function textReading(
	message: MemoryMessage,
	settings: SessionSettings,
): string {
	const { tpdu, state, serviceCentre } = message;
	if (tpdu.type === "status-report")
		return `+CMGR: "${state}",${reportFields(tpdu, settings)}`;
	const head = headOf(tpdu, state, settings);
	const centre = settings.details
		? [
				...detailsOf(tpdu),
				quoted(serviceCentre, settings),
				serviceCentre.startsWith("+") ? 145 : 129,
			]
		: [];
	const length = settings.details ? [lengthOf(tpdu.ud)] : [];
	return `+CMGR: ${[...head, ...centre, ...length]}\r\n${shownText(tpdu.ud, settings)}`;
}

/** `+CMGL: 3,"REC READ",…` and the text. */
export function textListing(
	place: number,
	{ tpdu, state }: MemoryMessage,
	settings: SessionSettings,
): string {
	if (tpdu.type === "status-report")
		return `+CMGL: ${place},"${state}",${reportFields(tpdu, settings)}`;
	const head = [place, ...headOf(tpdu, state, settings)];
	const length = settings.details
		? [typeOfAddressNumber(partner(tpdu)), lengthOf(tpdu.ud)]
		: [];
	return `+CMGL: ${[...head, ...length]}\r\n${shownText(tpdu.ud, settings)}`;
}

/** `+CMT: "+15550100",,"26/11/20,20:31:54+00"` and the text. */
export function textIndication(
	deliver: Deliver,
	serviceCentre: string,
	settings: SessionSettings,
): string {
	const head = [quotedAddress(deliver.oa, settings), "", time(deliver.scts)];
	const rest = settings.details
		? [
				...detailsOf(deliver),
				quoted(serviceCentre, settings),
				serviceCentre.startsWith("+") ? 145 : 129,
				lengthOf(deliver.ud),
			]
		: [];
	return `+CMT: ${[...head, ...rest]}\r\n${shownText(deliver.ud, settings)}`;
}

/** `<fo>,<mr>,<ra>,<tora>,<scts>,<dt>,<st>`, as `+CDS` and `+CMGR` have it. */
export function reportFields(
	report: StatusReport,
	settings: SessionSettings,
): string {
	const { mr, ra, scts, dt, st } = report;
	const address = [quotedAddress(ra, settings), typeOfAddressNumber(ra)];
	return [firstOctet(report), mr, ...address, time(scts), time(dt), st].join(
		",",
	);
}

function partner(tpdu: Deliver | Submit): Address {
	return tpdu.type === "deliver" ? tpdu.oa : tpdu.da;
}

function headOf(
	tpdu: Deliver | Submit,
	state: string,
	settings: SessionSettings,
): string[] {
	const head = [`"${state}"`, quotedAddress(partner(tpdu), settings), ""];
	return tpdu.type === "deliver" ? [...head, time(tpdu.scts)] : head;
}

/** `<tooa>,<fo>,<pid>,<dcs>`, and for a message of our own its validity period. */
function detailsOf(tpdu: Deliver | Submit): (string | number)[] {
	const { pid, dcs } = tpdu;
	const type = typeOfAddressNumber(partner(tpdu));
	const details = [type, firstOctet(tpdu), pid, dcs];
	if (tpdu.type === "deliver") return details;
	const { vp } = tpdu;
	const period = vp?.format === "relative" ? encodeRelative(vp.minutes) : "";
	return [...details, period];
}

function firstOctet(tpdu: Tpdu): number {
	const pdu = pduOf({ tpdu, state: "REC READ", serviceCentre: "" });
	return Number.parseInt(pdu.hex.slice(2, 4), 16);
}

function lengthOf(ud: UserData): number {
	if (!("text" in ud)) return ud.octets.length;
	if (ud.alphabet === "ucs-2")
		return ud.text.length * 2 + headerLength(ud.header);
	return septetCount(ud.text, tablesNamedIn(ud.header));
}

/** Text that is not GSM-7 is shown in hexadecimal, but for UTF-8. */
function shownText(ud: UserData, { charset }: SessionSettings): string {
	if (!("text" in ud)) return writeHex(ud.octets);
	if (ud.alphabet === "gsm-7" || charset === "UTF-8")
		return toLine(charset, ud.text);
	return writeHex(encodeUcs2(ud.text));
}

function quotedAddress(address: Address, settings: SessionSettings): string {
	return quoted(shownAddress(address), settings);
}

function quoted(text: string, { charset }: SessionSettings): string {
	return `"${toLine(charset, text)}"`;
}

/** `"26/11/20,20:31:54+00"`, the zone in quarters of an hour. */
function time(timestamp: Timestamp): string {
	if (!timestamp.valid) return '""';
	const { year, month, day, hour, minute, second, zone } = timestamp;
	const date = [year % 100, month, day].map(two).join("/");
	const clock = [hour, minute, second].map(two).join(":");
	return `"${date},${clock}${zone < 0 ? "-" : "+"}${two(Math.abs(zone))}"`;
}

function two(value: number): string {
	return String(value).padStart(2, "0");
}
