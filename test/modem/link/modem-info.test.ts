import { expect, test } from "vitest";
import { AtSession, usualTimeouts } from "../../../src/modem/at/at-session.ts";
import {
	findingsOn,
	modemInfoText,
	readModemFacts,
	verdictOn,
} from "../../../src/modem/link/modem-info.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";
import { noon, willing } from "../../support/driven-modem.ts";
import { type Answer, scriptedLine } from "../../support/scripted-line.ts";

test("a healthy modem, fact by fact", async () => {
	expect(await factsOf({})).toEqual({
		line: "scripted:",
		maker: "huawei",
		model: "E1550",
		firmware: "11.608.12.10.156",
		imei: "353143035108828",
		sim: { state: "READY", error: null, advice: null, triesLeft: null },
		registration: 1,
		operator: "Lonestar",
		signal: { rssi: 17, dbm: -79, words: "good" },
		smsc: "+15550009",
		storages: [{ storage: "SM", used: 0, total: 20 }],
	});
});

test("a healthy modem in words", async () => {
	expect(modemInfoText(await factsOf({}))).toBe(`\
modem: huawei E1550 11.608.12.10.156, at scripted:
IMEI: 353143035108828
SIM: ready
network: registered, home network, Lonestar
signal: good (-79 dBm)
service centre: +15550009
storage SM: 0 of 20 in use
Ready to send and receive.
`);
});

test.each<[string, Record<string, Answer>, string]>([
	[
		"no SIM",
		{ "AT+CPIN?": ["+CME ERROR: 10"] },
		"Not ready: SIM: AT+CPIN?: the modem answered +CME ERROR: 10 (SIM not inserted); insert a SIM card, the right way round.",
	],
	[
		"a SIM that wants its PIN",
		{
			"AT+CPIN?": ["+CPIN: SIM PIN", "OK"],
			'AT+CPINR="SIM PIN"': ["+CPINR: SIM PIN,3,3", "OK"],
		},
		"Not ready: SIM: asks for SIM PIN, 3 tries left; set the PIN in the modem's settings, or switch it off in a phone.",
	],
	[
		"a SIM that is blocked",
		{ "AT+CPIN?": ["+CPIN: SIM PUK", "OK"] },
		"Not ready: SIM: asks for SIM PUK; put the SIM in a phone and enter the PUK.",
	],
	[
		"no network",
		{ "AT+CREG?": ["+CREG: 0,2", "OK"], "AT+COPS?": ["+COPS: 0", "OK"] },
		"Not ready: network: not registered, searching; move the antenna; where 2G is switched off, a modem for LTE is needed.",
	],
	[
		"a refused SIM",
		{ "AT+CREG?": ["+CREG: 0,3", "OK"], "AT+COPS?": ["+COPS: 0", "OK"] },
		"Not ready: network: registration denied; the network refuses the SIM: ask whether it is active, and whether 2G is still there.",
	],
	[
		"LTE only",
		{ "AT+CREG?": ["+CREG: 0,0", "OK"], "AT+CEREG?": ["+CEREG: 0,1", "OK"] },
		"Ready to send and receive.",
	],
	[
		"no service centre",
		{ "AT+CSCA?": ['+CSCA: "",129', "OK"] },
		"Not ready: service centre: none; set its number; the network's help pages tell it.",
	],
	[
		"a weak signal",
		{ "AT+CSQ": ["+CSQ: 3,99", "OK"] },
		"Ready, but: signal: weak (-107 dBm); move the antenna.",
	],
	[
		"a filling storage",
		{ "AT+CPMS?": ['+CPMS: "SM",16,20', "OK"] },
		"Ready, but: storage SM: 16 of 20 in use; delete messages, or let read ones be deleted.",
	],
	[
		"a full storage",
		{ "AT+CPMS?": ['+CPMS: "SM",20,20', "OK"] },
		"Not ready: storage SM: 20 of 20 in use; delete messages, or let read ones be deleted.",
	],
])("the verdict on %s", async (_, answers, verdict) => {
	expect(verdictOn(findingsOn(await factsOf(answers)))).toBe(verdict);
});

test("a modem that knows hardly anything is not called broken", async () => {
	const facts = await factsOf(
		Object.fromEntries(
			["+CPIN?", "+CREG?", "+COPS?", "+CSQ", "+CPMS?", "+CGMI"].map((name) => [
				`AT${name}`,
				["ERROR"],
			]),
		),
	);
	expect(verdictOn(findingsOn(facts))).toBe("Ready to send and receive.");
});

test("a modem that another program left in UCS2 is set to plain, or read in UCS2", async () => {
	const smsc = "002B00310035003500350030003100390030";
	const operator = "0054006500730074006E00650074";
	const answers = {
		"AT+CSCS?": ['+CSCS: "UCS2"', "OK"],
		"AT+CSCA?": [`+CSCA: "${smsc}",145`, "OK"],
		"AT+COPS?": [`+COPS: 0,0,"${operator}",2`, "OK"],
	};
	const refusing = await factsOf({ ...answers, 'AT+CSCS="IRA"': ["ERROR"] });
	expect(refusing).toMatchObject({ smsc: "+15550190", operator: "Testnet" });
	let isPlain = false;
	const willing = await factsOf({
		'AT+CSCS="IRA"': () => {
			isPlain = true;
			return ["OK"];
		},
		"AT+CSCA?": () => [`+CSCA: "${isPlain ? "+15550190" : smsc}",145`, "OK"],
		"AT+COPS?": () => [
			`+COPS: 0,0,"${isPlain ? "Testnet" : operator}",2`,
			"OK",
		],
	});
	expect(willing).toMatchObject({ smsc: "+15550190", operator: "Testnet" });
});

// Helpers

function factsOf(answers: Record<string, Answer>) {
	const clock = virtualClock(noon);
	const transport = scriptedLine({
		answers: {
			...willing,
			"AT+CGMI": ["huawei", "OK"],
			"AT+CGMM": ["E1550", "OK"],
			"AT+CGMR": ["11.608.12.10.156", "OK"],
			"AT+CGSN": ["353143035108828", "OK"],
			...answers,
		},
	});
	return readModemFacts(
		new AtSession({
			transport,
			clock,
			timeouts: usualTimeouts,
			onIndication: () => {},
			onStray: () => {},
		}),
	);
}
