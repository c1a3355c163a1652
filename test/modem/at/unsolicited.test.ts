import { expect, test } from "vitest";
import {
	indicationOf,
	unsolicitedBody,
} from "../../../src/modem/at/unsolicited.ts";

test("a line is told from the answer by the command that is open", () => {
	const bodies = [
		['+CMTI: "SM",3', "AT+CSQ"],
		['+CMTI: "SM",3', null],
		["+CMT: ,24", "AT+CMGL=4"],
		['+CMT: "+31612345678",,"26/11/20,12:00:00+04"', null],
		["+CDS: 25", "AT+CMGS=20"],
		['+CDS: 6,65,"+316",145,"26/11/20","26/11/20",0', null],
		['+CUSD: 0,"five",15', 'AT+CUSD=1,"*100#",15'],
		['+CUSD: 0,"five', null],
		["+CSQ: 17,0", "AT+CSQ"],
		["+CSQ: 17,0", "AT+CPMS?"],
		["+CREG: 0,1", "AT+CREG?"],
		['+CREG: 2,1,"00C3","A1B2"', "AT+CREG?"],
		["+CREG: (0-2)", "AT+CREG=?"],
		["+CREG: 1", "AT+CREG?"],
		['+CREG: 1,"00C3","A1B2"', "AT+CREG?"],
		["+CREG: 5", "AT+CMGS=20"],
		["^BOOT:8337,0,0,0,72", "AT+CPIN?"],
		["^CURC: 1", "AT^CURC?"],
		["RING", "AT+CMGL=4"],
		["Call Ready", null],
		["0791", "AT+CMGR=1"],
		["Huawei", "AT+CGMI"],
		["0791", null],
	] as const;
	expect(
		bodies.map(([line, command]) => unsolicitedBody(line, command)),
	).toEqual([
		"nothing",
		"nothing",
		"pdu",
		"text",
		"pdu",
		"nothing",
		"nothing",
		"quote",
		null,
		"nothing",
		null,
		null,
		null,
		"nothing",
		"nothing",
		"nothing",
		"nothing",
		null,
		"nothing",
		"nothing",
		null,
		null,
		"nothing",
	]);
});

test("an unsolicited line says what it says", () => {
	const said = [
		indicationOf('+CMTI: "ME",12', []),
		indicationOf('+CMTI: "ME"', []),
		indicationOf('+CDSI: "SR",0', []),
		indicationOf("+CMT: ,24", ["0791"]),
		indicationOf("+CDS: 25", ["0006"]),
		indicationOf('+CUSD: 1,"one', ['two",15']),
		indicationOf("+CUSD: 4", []),
		indicationOf("+CREG: 3", []),
		indicationOf("RING", []),
		indicationOf('+CLIP: "+31612345678",145', []),
		indicationOf("RDY", []),
		indicationOf("^RSSI:17", []),
	];
	expect(said).toEqual([
		{ type: "message-stored", storage: "ME", index: 12 },
		{ type: "other", line: '+CMTI: "ME"' },
		{ type: "report-stored", storage: "SR", index: 0 },
		{ type: "message", head: ",24", body: "0791" },
		{ type: "report", head: "25", body: "0006" },
		{ type: "ussd", status: 1, text: "one\ntwo", dcs: 15 },
		{ type: "ussd", status: 4, text: null, dcs: null },
		{ type: "registration", network: "+CREG", status: 3 },
		{ type: "ring", from: null },
		{ type: "ring", from: "+31612345678" },
		{ type: "restarted", line: "RDY" },
		{ type: "other", line: "^RSSI:17" },
	]);
});
