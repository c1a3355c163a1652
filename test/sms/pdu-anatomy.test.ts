import { expect, test } from "vitest";
import { anatomyOf } from "../../src/sms/pdu-anatomy.ts";

test("a part of a long message, octet by octet", () => {
	const { rows, pdu } = anatomyOf(
		"07919730071111F1400B919746121611F10000100161916223230D0500032E020190E175DD1D0600",
	);
	expect(rows.map(line)).toEqual([
		"0 07 smsc.length | 7 | octets of the service centre address that follow",
		"1 91 smsc.toa | international | type of number international, telephone numbering plan",
		"2 9730071111F1 smsc.digits | +79037011111 | service centre",
		"8 40 deliver.first-octet | SMS-DELIVER | more messages waiting; has a user data header",
		"9 0B deliver.oa.length | 11 | semi-octets in the address",
		"10 91 deliver.oa.toa | international | type of number international, telephone numbering plan",
		"11 9746121611F1 deliver.oa.digits | +79642161111 | number",
		"17 00 deliver.pid | 0x00 | plain short message",
		"18 00 deliver.dcs | gsm-7 | GSM 7-bit default alphabet",
		"19 10016191622323 deliver.scts | 2001-10-16T19:26:32+08:00 | local time with its zone",
		"26 0D deliver.ud.udl | 13 | septets of user data",
		"27 05 deliver.ud.udh.length | 5 | octets of header elements that follow",
		"28 00032E0201 deliver.ud.udh.ie[0] | part 1 of 2 | concatenation, 8-bit reference 46",
		"33 90E175DD1D06 deliver.ud.sm | Hakuna | gsm-7 in 6 octets, after 1 fill bit",
		"39 00 trailing | 00 | after the end: no meaning",
	]);
	expect(pdu.ok).toBe(true);
});

test("a SUBMIT of class 0 to a short code, kept a day", () => {
	const { rows } = anatomyOf("003107038199F90010A705C8329BFD06");
	expect(rows.map(line)).toEqual([
		"0 00 smsc.length | 0 | no service centre address: the modem's own",
		"1 31 submit.first-octet | SMS-SUBMIT | relative validity period; status report wanted",
		"2 07 submit.mr | 7 | message reference",
		"3 03 submit.da.length | 3 | semi-octets in the address",
		"4 81 submit.da.toa | unknown | type of number unknown, telephone numbering plan",
		"5 99F9 submit.da.digits | 999 | number",
		"7 00 submit.pid | 0x00 | plain short message",
		"8 10 submit.dcs | gsm-7 | GSM 7-bit default alphabet; class 0: shown at once",
		"9 A7 submit.vp | 1440 minutes | how long the service centre keeps it",
		"10 05 submit.ud.udl | 5 | septets of user data",
		"11 C8329BFD06 submit.ud.sm | Hello | gsm-7 in 5 octets",
	]);
});

test("a status report without a service centre address and with an invalid time", () => {
	const { rows } = anatomyOf(
		"06420B911326880736F41110117195514000000000000000460189",
	);
	expect(rows.map(line)).toEqual([
		"0 06 status-report.first-octet | SMS-STATUS-REPORT | no more messages; about an SMS-SUBMIT",
		"1 42 status-report.mr | 66 | message reference of what it reports on",
		"2 0B status-report.ra.length | 11 | semi-octets in the address",
		"3 91 status-report.ra.toa | international | type of number international, telephone numbering plan",
		"4 1326880736F4 status-report.ra.digits | +31628870634 | number",
		"10 11101171955140 status-report.scts | 2011-01-11T17:59:15+01:00 | local time with its zone",
		"17 00000000000000 status-report.dt | invalid | month: 0 is not in 1 to 12",
		"24 46 status-report.st | failed | validity period expired",
		"25 01 status-report.pi | 0x01 | what follows: TP-PID",
		"26 89 status-report.pid | 0x89 | reserved",
	]);
});

test("tables of a national language by their language", () => {
	const { rows } = anatomyOf(
		"400B919746121611F10000100161916223230F0624010125010E54BF7CBD199701",
		{ smsc: "absent" },
	);
	expect(rows.map(line).slice(-5)).toEqual([
		"18 0F deliver.ud.udl | 15 | septets of user data",
		"19 06 deliver.ud.udh.length | 6 | octets of header elements that follow",
		"20 240101 deliver.ud.udh.ie[0] | Turkish | national language single shift",
		"23 25010E deliver.ud.udh.ie[1] | element 0x25 | national language locking shift, names no table known here",
		"26 54BF7CBD199701 deliver.ud.sm | Türkçe | gsm-7 in 7 octets",
	]);
});

test("a PDU that ends too early, up to where and why", () => {
	const { rows, pdu } = anatomyOf("000100038199F9000005C832");
	expect(rows.map(line).slice(-2)).toEqual([
		"9 05 submit.ud.udl | 5 | septets of user data",
		"10 C832 submit.ud.sm | unread | 5 octets promised by TP-UDL, 2 left",
	]);
	expect(pdu).toEqual({
		ok: false,
		error: {
			path: "submit.ud.sm",
			octet: 10,
			message: "5 octets promised by TP-UDL, 2 left",
		},
	});
});

test("a type can be forced", () => {
	const { rows } = anatomyOf("000100038199F9000005C8329BFD06", {
		smsc: "present",
		type: "deliver",
	});
	expect(rows.map(line)).toEqual([
		"0 00 smsc.length | 0 | no service centre address: the modem's own",
		"1 01 deliver.first-octet | SMS-DELIVER | more messages waiting",
		"2 00 deliver.oa.length | 0 | semi-octets in the address",
		"3 03 deliver.oa.toa | unknown | type of number unknown, data numbering plan",
		"4 81 deliver.pid | 0x81 | reserved",
		"5 99 deliver.dcs | gsm-7 | GSM 7-bit default alphabet; reserved coding",
		"6 F9000005C8329B deliver.scts | invalid | year: not two digits",
		"13 FD deliver.ud.udl | 253 | septets of user data",
		"14 06 deliver.ud.sm | unread | 222 octets promised by TP-UDL, 1 left",
	]);
});

test("text that is not hexadecimal has no rows", () => {
	expect(anatomyOf("0xyz")).toEqual({
		rows: [],
		pdu: {
			ok: false,
			error: {
				path: "hex",
				octet: 0,
				message: '"x" is not a hexadecimal digit',
			},
		},
	});
});

// Helpers

function line(row: ReturnType<typeof anatomyOf>["rows"][number]): string {
	const { offset, octets, path, value, meaning } = row;
	return `${offset} ${octets} ${path} | ${value} | ${meaning}`;
}
