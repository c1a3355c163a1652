import { expect, test } from "vitest";
import type { LanguageSettings } from "../../src/panel/state/stored.ts";
import {
	allowances,
	forRealPanel,
} from "../../src/plan/messages/plan-rules.ts";
import {
	languageMessages as planned,
	plannedFrom,
	reported,
	siteOfText,
} from "../support/planned.ts";

test("what a command changes besides is set again behind it", () => {
	expect(
		planned(
			"tell-gate",
			{ relayTime1: 5, relayFixed1: "yes" },
			{ relayFixed1: "yes" },
		),
	).toEqual(["PWD=1111#REL1=5#", "PWD=1111#REL1=FIX#"]);
	expect(
		planned("tell-gate", { relayTime1: 5 }, { relayFixed1: "yes" }),
	).toEqual([
		"relayTime1: REL would change stored.language.relayFixed1 as well; in the site: name stored.language.relayFixed1 as well",
	]);
});

test("outputs that are alike are set by one message, and numbers that follow each other", () => {
	expect(
		planned(
			"rtu5023",
			{ output1: "ON", output3: "ON", output8: "OFF" },
			{ output8: "ON" },
		),
	).toEqual(["1234DOC13", "1234DOO8"]);
	expect(
		planned("jablotron-gd04", { callerX1: "+361", callerX2: "+362" }),
	).toEqual(["PC,ADX,+361,+362"]);
});

test("each message has the code of its role, and what others need comes first", () => {
	expect(planned("amc", { phone1: "+361", lock: "OFF" })).toEqual([
		"UPWD:111111 LOCK=OFF",
		"TPWD:000000 TEL.1=+361",
	]);
	expect(planned("amc", { phone1: "+361" })).toEqual([
		"phone1: lock has to be OFF; at the panel",
	]);
});

test("two settings of one message are said together, and codes come last", () => {
	expect(
		planned("rtu5023", { code: "4321", server: "192.0.2.1", port: 80 }),
	).toEqual(["1234IP192.0.2.1P80", "1234P4321"]);
	expect(planned("rtu5023", { server: "192.0.2.1" })).toEqual([
		"server: IP would have to say port as it is, and cannot; at the panel",
	]);
});

test("at a panel of which nothing is known, what is wanted is said and nothing taken away", () => {
	expect(
		planned(
			"rtu5023",
			{ phone1: "+361", phone2: "", server: "192.0.2.1", output1: "ON" },
			null,
		),
	).toEqual([
		"1234A1T+361",
		"1234DOC1",
		"phone2: nothing is taken away from a panel of which nothing is known; --from, with what the panel has",
		"server: IP has to say port as well; in the site: name stored.language.port as well",
	]);
});

test("commands stand together in one SMS as far as it is long enough", () => {
	const numbers = Array.from({ length: 10 }, (_, at) => [
		`phone${at + 1}`,
		`+3630123456${at}`,
	]);
	expect(planned("tell-gate", Object.fromEntries(numbers))).toEqual([
		"PWD=1111#TEL=+36301234560#TEL=+36301234561#TEL=+36301234562#TEL=+36301234563#TEL=+36301234564#TEL=+36301234565#TEL=+36301234566#",
		"PWD=1111#TEL=+36301234567#TEL=+36301234568#TEL=+36301234569#",
	]);
	expect(
		planned("eldes-esim", {
			phone1: "36301234567",
			entrySeconds: 10,
			exitSeconds: 20,
			outputName2: "Pump",
		}),
	).toEqual(["1111_INOUT:10:20 C2:Pump NR1:36301234567"]);
	expect(
		planned("jablotron-gd04", { onTextX: "on", timeX: 60, reportA: "WATER" }),
	).toEqual(["PC,ARX,on,TMX,60,ATA,WATER"]);
	expect(planned("risco-agm", { lineSeconds: 30, networkMinutes: 2 })).toEqual([
		"0200PSLT=30:GSLT=2",
	]);
});

test("a code, what deletes, and two commands about one setting stand alone", () => {
	expect(
		planned("tell-gate", { report: "+363", smsLimit: 20, code: "2222" }),
	).toEqual(["PWD=1111#REPORT=+363#SMSLIMIT=20#", "PWD=1111#PWC=2222#"]);
	expect(
		planned(
			"tell-gate",
			{ phone1: "+363", report: "+364" },
			{ phone1: "+361", phone2: "+362" },
		),
	).toEqual(["PWD=1111#DEL=+361#", "PWD=1111#TEL=+363#REPORT=+364#"]);
	expect(
		planned(
			"tell-gate",
			{ relayTime1: 5, relayFixed1: "yes" },
			{ relayFixed1: "yes" },
		),
	).toEqual(["PWD=1111#REL1=5#", "PWD=1111#REL1=FIX#"]);
});

test("commands of two roles stand in two messages, and a sister's manual counts as that", () => {
	const site = siteOfText(
		'{"model":"amc","stored":{"language":{"output1":"ON","output2":"ON","lock":"OFF","phone1":"+361","phone2":"+362"}}}',
	);
	const plan = plannedFrom(site, forRealPanel([], []));
	expect(
		reported(plan).messages.map(
			({ text, command, verdict, source, changes }) => ({
				text,
				command,
				verdict,
				source,
				paths: changes.map(({ path }) => path),
			}),
		),
	).toEqual([
		{
			text: "UPWD:111111 LOCK=OFF OUT.1=ON OUT.2=ON",
			command: "LOCK, OUT, OUT",
			verdict: "by a sister's manual",
			source: "AMK AMX AMV5 AMV",
			paths: [
				"stored.language.output1",
				"stored.language.output2",
				"stored.language.lock",
			],
		},
		{
			text: "TPWD:000000 TEL.1=+361 TEL.2=+362",
			command: "TEL, TEL",
			verdict: "by a sister's manual",
			source: "AMK AMV",
			paths: ["stored.language.phone1", "stored.language.phone2"],
		},
	]);
});

test("where nothing is known of the panel, commands stand together as well", () => {
	expect(
		planned(
			"eldes-esim",
			{ entrySeconds: 10, exitSeconds: 20, phone2: "361" },
			null,
		),
	).toEqual(["1111_INOUT:10:20 NR2:361"]);
});

test("a value that the site gives by a reference is shown as that, wherever it stands in a message", () => {
	const secrets = { ANNA: "+36301234567", BOB: "+363999", CODE: "2222" };
	const shown = (text: string) =>
		reported(
			plannedFrom(siteOfText(text, secrets), forRealPanel([], allowances)),
		).messages.map((message) => message.text);
	expect(
		shown(
			`{"model":"tell-gate","stored":{"language":{"phone1":"\${ANNA}","report":"\${BOB}","code":"\${CODE}"}}}`,
		),
	).toEqual([
		`PWD=1111#TEL=\${ANNA}#REPORT=\${BOB}#`,
		`PWD=1111#PWC=\${CODE}#`,
	]);
	expect(
		shown(
			`{"model":"jablotron-gd04","stored":{"language":{"callerX1":"\${ANNA}","callerX2":"\${BOB}","callerX3":"1"}}}`,
		),
	).toEqual([`PC,ADX,\${ANNA},\${BOB},1`]);
});

test("a setting that is a part of a parameter is said with the other parts", () => {
	expect(
		planned("trikdis-g16", {
			server: "192.0.2.1:8000",
			apn: "internet",
			panelType: 2,
		}),
	).toEqual([
		"123456 CONNECT IP=192.0.2.1:8000",
		"123456 CONNECT APN=internet",
		"123456 CONNECT CP=2",
	]);
	expect(
		planned("trikdis-gv", { adminPhone2: "+361", adminName2: "ANNA" }),
	).toEqual(["SETA 123456 No2=+361#ANNA"]);
	expect(planned("trikdis-gv", { adminPhone2: "+361" })).toEqual([
		'adminPhone2: SETA cannot say it: admin: No and right behind it 1 to 8, then "=" and a phone number of at most 15 digits, + in front or not, then "#" and 1 to 30 characters; at the panel',
	]);
	expect(
		planned(
			"trikdis-gv14",
			{ adminPhone1: "+361", adminName1: "ANNA", adminPhone2: "" },
			{ adminPhone2: "+362" },
		),
	).toEqual([
		"123456 SETAP APNR1:+361",
		"123456 SETAP APNR2:DEL",
		"123456 SETAN APNR1:ANNA",
	]);
});

test("a list says several numbers of a setting at once", () => {
	expect(
		planned("eldes-esim", { partitionDelay1: 20, partitionDelay3: 43 }),
	).toEqual(["1111_EXITDELAY:1,20;3,43"]);
	expect(planned("kingpigeon-k2", { attribute2: 3 })).toEqual(["1234D02#3#"]);
	expect(planned("kingpigeon-k2", { attribute2: 3, attribute5: 1 })).toEqual([
		"1234D02#3#D05#1#",
	]);
});

test("a setting that is put together from several parameters is taken apart", () => {
	expect(planned("kingpigeon-k2", { phone2: "+361-1-2" })).toEqual([
		"12342A1#2#+361#",
	]);
	expect(planned("kingpigeon-k2", { phone2: "+361" })).toEqual([
		"phone2: A cannot say it: phone2 is phone-first-second; at the panel",
	]);
	expect(
		planned("rtu5024", { phone7: "+361", period7: "2601010800-2612312200" }),
	).toEqual(["1234A007#+361#2601010800#2612312200#"]);
});

test("a reference stands in the place of a part, and nothing of its value beside it", () => {
	const secrets = { ADMIN: "+36301234567", PASS: "geheim", FIRST: "+361-1-2" };
	const shown = (model: string, language: LanguageSettings) =>
		reported(
			plannedFrom(
				siteOfText(JSON.stringify({ model, stored: { language } }), secrets),
				forRealPanel([], allowances),
			),
		).messages.map((message) => message.text);
	expect(
		shown("trikdis-gv", { adminPhone2: `\${ADMIN}`, adminName2: "ANNA" }),
	).toEqual([`SETA 123456 No2=\${ADMIN}#ANNA`]);
	expect(shown("trikdis-g16", { apnPassword: `\${PASS}` })).toEqual([
		`123456 CONNECT PASS=\${PASS}`,
	]);
	expect(shown("trikdis-g16", { apnPassword: "geheim" })).toEqual([
		`123456 CONNECT PASS=\${stored.language.apnPassword}`,
	]);
	expect(shown("kingpigeon-k2", { phone2: `\${FIRST}` })).toEqual([
		`12342A\${FIRST in part}#\${FIRST in part}#\${FIRST in part}#`,
	]);
});
