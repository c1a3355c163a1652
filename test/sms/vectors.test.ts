import { describe, expect, test } from "vitest";
import { type Address, writeAddress } from "../../src/sms/address.ts";
import { readHex, writeHex } from "../../src/sms/hex.ts";
import { decodePdu, encodePdu, type Pdu } from "../../src/sms/pdu.ts";
import { isoTimestamp } from "../../src/sms/timestamp.ts";
import { textOf } from "../../src/sms/user-data.ts";
import file from "./vectors/pdu-vectors.json" with { type: "json" };

interface Vector {
	readonly id: string;
	readonly kind: string;
	readonly pdu: string;
	readonly expected: Readonly<Record<string, unknown>>;
	readonly thirdPartyDecode?:
		| { readonly result: Readonly<Record<string, unknown>> }
		| undefined;
}

const vectors: readonly Vector[] = file.vectors;

/** Vectors that the codec does not follow, and why. */
const misfits = new Map<string, string>([
	...unlike("an SMS-COMMAND, which no phone or panel sends over AT", [
		"v180",
		"v182",
		"v183",
		"v185",
	]),
	...unlike("an SMS-DELIVER-REPORT, which stays between modem and network", [
		"v194",
		"v195",
		"v197",
		"v198",
		"v200",
		"v201",
	]),
	...unlike("an SMS-SUBMIT-REPORT, which stays between modem and network", [
		"v224",
		"v225",
		"v227",
		"v228",
		"v230",
		"v231",
	]),
	...unlike(
		"the source refuses all of it for a time that is none; here only the time is invalid",
		["v191", "v209", "v221"],
	),
	...unlike(
		"the source's text was recorded from behind the apostrophe of What's",
		["v126"],
	),
]);

describe("a PDU that another project vouches for", () => {
	const good = vectors.filter(({ id, expected }) => {
		return !misfits.has(id) && !expected.error;
	});

	test.each(good)("$id says what its source says ($kind)", (vector) => {
		const pdu = decoded(vector);
		const asserted = assertedBy(vector, pdu);
		expect(saidBy(pdu, Object.keys(asserted))).toEqual(asserted);
	});

	test.each(good)("$id encodes to its own octets", (vector) => {
		const { tpdu, smsc } = decoded(vector);
		const bare = vector.kind.startsWith("TPDU only");
		const octets = (bare ? "00" : "") + vector.pdu;
		expect(encodePdu(tpdu, smsc)).toMatchObject({
			ok: true,
			value: { hex: octets.toUpperCase() },
		});
	});

	const bad = vectors.filter(
		({ id, expected }) => !misfits.has(id) && expected.error,
	);

	test.each(bad)(
		"$id is refused at the field that its source names",
		(vector) => {
			const result = decodePdu(vector.pdu, reading(vector));
			if (result.ok) throw new Error("it was decoded");
			const { path, octet } = result.error;
			const source = String(vector.expected.error);
			const [, field, at] = /"Sms(\S+)", (\d+),/.exec(source) ?? [];
			if (field === undefined) return;
			expect([path, octet]).toEqual([pathFor(field), Number(at)]);
		},
	);
});

describe("a vector that is not followed", () => {
	test("is one of few", () => {
		expect(vectors).toHaveLength(56);
		expect(misfits.size).toBe(20);
	});

	test("v191 and v209 hold an invalid time, in the field that their source names", () => {
		const v191 = decodePdu(`${vector("v191").pdu}00`, { smsc: "absent" });
		const v209 = decodePdu(`${vector("v209").pdu}00`, { smsc: "absent" });
		expect(v191).toMatchObject({
			value: {
				tpdu: {
					scts: {
						valid: false,
						error: { path: "deliver.scts.day", octet: 9 },
					},
				},
			},
		});
		expect(v209).toMatchObject({
			value: {
				tpdu: {
					dt: {
						valid: false,
						error: { path: "status-report.dt.day", octet: 15 },
					},
				},
			},
		});
	});

	test("v221 is refused all the same, for its length", () => {
		expect(decodePdu(vector("v221").pdu, { smsc: "absent" })).toEqual({
			ok: false,
			error: {
				path: "submit.ud.sm",
				octet: 16,
				message: "143 octets promised by TP-UDL, 1 left",
			},
		});
	});

	test("v126 says What's", () => {
		const { tpdu } = decoded(vector("v126"));
		expect(tpdu).toMatchObject({ ud: { text: "What's" } });
	});
});

// Helpers

function unlike(reason: string, ids: string[]): [string, string][] {
	return ids.map((id) => [id, reason]);
}

function vector(id: string): Vector {
	const found = vectors.find((vector) => vector.id === id);
	if (found === undefined) throw new Error(`no vector ${id}`);
	return found;
}

function reading({ kind }: Vector) {
	const absent = kind.includes("TPDU only");
	return { smsc: absent ? "absent" : "present" } as const;
}

function decoded(vector: Vector): Pdu {
	const result = decodePdu(vector.pdu, reading(vector));
	if (!result.ok)
		throw new Error(`${result.error.path}: ${result.error.message}`);
	return result.value;
}

// The source counts a missing address from its length octet, and names the
// user data's fields as here.
function pathFor(field: string): string {
	return field
		.replace("StatusReport.", "status-report.")
		.replace("Deliver.", "deliver.")
		.replace("Submit.", "submit.")
		.replace(/\.da\.addr$/, ".da.length");
}

/** What the source and, where the source is silent or its text is in parts, the third party assert. */
function assertedBy(
	{ expected, thirdPartyDecode }: Vector,
	pdu: Pdu,
): Record<string, unknown> {
	const third = thirdPartyDecode?.result ?? {};
	const asserted: Record<string, unknown> = {};
	const put = (name: string, value: unknown) => {
		if (value !== undefined && value !== null) asserted[name] = value;
	};
	put("smsc", third.smsc);
	put("tpduLength", third.tpdu_length);
	put("type", third.type);
	put("scts", expected.scts ?? third.time);
	put("number", third.number);
	put("digits", digitsOf(expected.address ?? expected.number));
	put("pid", numberIn(expected.PID) ?? third.protocol_id);
	put("dcs", numberIn(expected.dcs ?? expected.DCS));
	put("mr", numberIn(expected.MR) ?? third.reference);
	for (const name of ["OA", "RA"]) put("address", addressIn(expected[name]));
	put("header", headerIn(third.udh));
	put("text", textFor(expected, third, textIn(pdu)));
	return asserted;
}

function saidBy(pdu: Pdu, names: string[]): Record<string, unknown> {
	const { tpdu, smsc } = pdu;
	const address =
		tpdu.type === "deliver"
			? tpdu.oa
			: tpdu.type === "submit"
				? tpdu.da
				: tpdu.ra;
	const encoded = encodePdu(tpdu);
	const all: Record<string, unknown> = {
		smsc: smsc === null ? null : writeAddress(smsc),
		tpduLength: encoded.ok ? encoded.value.tpduLength : null,
		type: `SMS-${tpdu.type.toUpperCase()}`,
		scts:
			tpdu.type !== "submit" && tpdu.scts.valid
				? isoTimestamp(tpdu.scts)
				: null,
		number: writeAddress(address),
		digits: address.number,
		address,
		pid: tpdu.pid,
		dcs: tpdu.dcs,
		mr: tpdu.type === "deliver" ? null : tpdu.mr,
		header: tpdu.ud?.header,
		text: textIn(pdu),
	};
	return Object.fromEntries(names.map((name) => [name, all[name]]));
}

function textIn({ tpdu }: Pdu): string {
	return tpdu.ud === null ? "" : (textOf(tpdu.ud) ?? "");
}

/** What a source says about the text; of a text in parts, that it holds this one. */
function textFor(
	{ text, ud, texts }: Vector["expected"],
	third: Readonly<Record<string, unknown>>,
	part: string,
): unknown {
	if (Array.isArray(texts)) {
		const whole = texts.flat().join("");
		return whole.includes(part) ? part : whole;
	}
	// The third party loses the first letter behind some headers.
	return text ?? ud ?? (third.udh === undefined ? third.text : undefined);
}

function digitsOf(number: unknown): string | undefined {
	return typeof number === "string" ? number.replace("+", "") : undefined;
}

function numberIn(hex: unknown): number | undefined {
	return typeof hex === "string" ? Number(hex) : undefined;
}

function addressIn(address: unknown): Address | undefined {
	if (typeof address !== "object" || address === null) return undefined;
	if (!("addr" in address) || !("toa" in address)) return undefined;
	expect(address.toa).toBe("0x91");
	return { ton: "international", npi: 1, number: String(address.addr) };
}

function headerIn(udh: unknown): unknown {
	if (!Array.isArray(udh)) return undefined;
	return udh.map(({ id, data }) => {
		const octets = readHex(data);
		return { id, data: octets.ok ? octets.value : writeHex(new Uint8Array()) };
	});
}
