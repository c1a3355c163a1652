import { describe, expect, test } from "vitest";
import { decodePdu, encodePdu, type PduReading } from "../../src/sms/pdu.ts";

const smsc = "07919730071111F1";
const tpdu =
	"000B919746121611F1000081117002122223" + "0DC8329BFD6681EE6F399B1C02";
const tpduLength = tpdu.length / 2;

describe("what real modems send", () => {
	test.each<[string, string, PduReading, string | null]>([
		["as the standard says", smsc + tpdu, {}, "79037011111"],
		[
			"in lower case with spaces",
			`${smsc} ${tpdu}\r\n`.toLowerCase(),
			{},
			"79037011111",
		],
		["with an empty service centre address", `00${tpdu}`, {}, null],
		["without one", tpdu, {}, null],
		["without one, by the length beside it", tpdu, { tpduLength }, null],
		[
			"with one, by the length beside it",
			smsc + tpdu,
			{ tpduLength },
			"79037011111",
		],
		[
			"a length that fits neither",
			smsc + tpdu,
			{ tpduLength: 5 },
			"79037011111",
		],
		["without one, told so", tpdu, { smsc: "absent" }, null],
	])("%s", (_, hex, reading, centre) => {
		const decoded = decodePdu(hex, reading);
		expect(decoded).toMatchObject({
			ok: true,
			value: { tpdu: { ud: { text: "Hello, world!" } } },
		});
		const found = decoded.ok ? (decoded.value.smsc?.number ?? null) : "";
		expect(found).toBe(centre);
	});

	test("what can be read both ways is told by the length beside it", () => {
		const both = "0004038199F9000000000000000003026834";
		const without = decodePdu(both, { tpduLength: 18 });
		const with00 = decodePdu(both, { tpduLength: 17 });
		expect(without.ok && without.value.tpdu).toMatchObject({
			oa: { number: "1899" },
		});
		expect(with00.ok && with00.value.tpdu).toMatchObject({
			oa: { number: "999" },
		});
		expect(decodePdu(both)).toEqual(with00);
	});

	test("what can be read both ways without a length is read so that nothing is left over", () => {
		const decoded = decodePdu("0004038199F900000000000000000402683400");
		expect(decoded.ok && decoded.value).toMatchObject({
			tpdu: { oa: { number: "1899" } },
			trailing: new Uint8Array(),
		});
	});

	test("octets behind the end are kept apart", () => {
		const decoded = decodePdu(`${smsc}${tpdu}FFFF`);
		expect(decoded.ok && decoded.value.trailing).toEqual(
			Uint8Array.of(0xff, 0xff),
		);
	});

	test("a TPDU of the reserved type is read as a DELIVER", () => {
		const decoded = decodePdu(`0003${tpdu.slice(2)}`);
		expect(decoded.ok && decoded.value.tpdu.type).toBe("deliver");
	});
});

describe("what cannot be read", () => {
	test.each<[string, string, PduReading, object]>([
		[
			"nothing",
			"",
			{},
			{
				path: "deliver.first-octet",
				octet: 0,
				message: "an octet expected, none left",
			},
		],
		[
			"text",
			"Hello",
			{},
			{ path: "hex", octet: 0, message: '"H" is not a hexadecimal digit' },
		],
		[
			"a PDU cut within its time, by the whole PDU's octets",
			(smsc + tpdu).slice(0, 46),
			{},
			{
				path: "deliver.scts",
				octet: 19,
				message: "7 octets expected, 4 left",
			},
		],
		[
			"a PDU cut within its text",
			(smsc + tpdu).slice(0, -2),
			{},
			{
				path: "deliver.ud.sm",
				octet: 27,
				message: "12 octets promised by TP-UDL, 11 left",
			},
		],
		[
			"a DELIVER forced to be a SUBMIT",
			`00${tpdu}`,
			{ type: "submit" },
			{
				path: "submit.da.length",
				octet: 3,
				message: "an address has at most 20 semi-octets, not 145",
			},
		],
	])("%s", (_, hex, reading, error) => {
		expect(decodePdu(hex, reading)).toEqual({ ok: false, error });
	});
});

test("the length for AT+CMGS leaves out the service centre address", () => {
	const decoded = decodePdu(smsc + tpdu);
	if (!decoded.ok) throw new Error(decoded.error.message);
	const pdu = decoded.value;
	expect(encodePdu(pdu.tpdu, pdu.smsc)).toEqual({
		ok: true,
		value: { hex: smsc + tpdu, tpduLength: 31 },
	});
	expect(encodePdu(pdu.tpdu)).toEqual({
		ok: true,
		value: { hex: `00${tpdu}`, tpduLength: 31 },
	});
});
