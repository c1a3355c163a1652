import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

test("pdu names every octet", () => {
	const { status, stdout } = new Shell().run([
		"pdu",
		"000100038199F9",
		"000005C8329BFD06",
	]);
	expect([status, stdout]).toEqual([
		0,
		`  0  00          smsc.length         0  no service centre address: the modem's own
  1  01          submit.first-octet  SMS-SUBMIT  no validity period
  2  00          submit.mr           0  message reference
  3  03          submit.da.length    3  semi-octets in the address
  4  81          submit.da.toa       unknown  type of number unknown, telephone numbering plan
  5  99F9        submit.da.digits    999  number
  7  00          submit.pid          0x00  plain short message
  8  00          submit.dcs          gsm-7  GSM 7-bit default alphabet
  9  05          submit.ud.udl       5  septets of user data
 10  C8329BFD06  submit.ud.sm        Hello  gsm-7 in 5 octets
`,
	]);
});

test("pdu says where a PDU breaks off", () => {
	const { status, stdout, stderr } = new Shell().run(["pdu", "079197300711"]);
	expect([status, stderr]).toEqual([
		4,
		"smsc.digits, octet 2: 6 octets expected, 4 left\n",
	]);
	expect(stdout).toContain("unread  6 octets expected, 4 left");
});
