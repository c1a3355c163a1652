import { describe, expect, test } from "vitest";
import { modelNamed } from "../../src/models/models.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import type { LanguageSettings } from "../../src/panel/state/stored.ts";
import { fresh, PHONE, texted } from "../support/texting.ts";

const OTHER = "+15550133";

interface Talk {
	readonly model: string;
	readonly what: string;
	/** What the panel keeps besides what the factory gave it. */
	readonly kept?: LanguageSettings;
	/** Texts of one phone, or of the phone that is named, with their replies; null is silence. */
	readonly texts: readonly (readonly [
		text: string,
		reply: string | null,
		from?: string,
	])[];
	/** All that is other afterwards than it was from the factory. */
	readonly after: LanguageSettings;
	readonly mode?: PanelState["runtime"]["mode"];
}

const talks: readonly Talk[] = [
	{
		model: "pyronix",
		what: "output 12 is one output, and not 1 and 2",
		texts: [
			["123456 Output 12 ON", "123456 Output 12 ON"],
			["123456 Output 2 ON", "OUTPUT 2 ON"],
		],
		after: { output2: "ON" },
	},
	{
		model: "tell-pager",
		what: "a listed number needs no code, another one does",
		kept: { user1: PHONE },
		texts: [
			["*ARM,CRQ#", "Unauthorized User!", OTHER],
			["*ARM#", null, OTHER],
			["*ARM,PWD=9999,CRQ#", "Unauthorized User!"],
			["*R2=ON54,CRQ#", "Relay2 activated: 54 sec."],
			["*R1=ON,PWD=1234,CRQ#", "Relay1 activated: Permanent.", OTHER],
			["*R1=OFF#", null],
		],
		after: { user1: PHONE, relay2: "ON" },
	},
	{
		model: "tell-pager",
		what: "a mistake makes all commands of a message void",
		kept: { user1: PHONE },
		texts: [
			["*R1=ON,CRQ#*R9=ON#", "SYNTAX ERROR!"],
			["*R1=ON,CRQ#*DANCE#", "SYNTAX ERROR!"],
			[
				"*U2=+15550144#*S1=+15550155#",
				"USER PHONE NR. CHANGED.\nSMS FORWARD NR. CHANGED.",
			],
			["*U2=#", "USER PHONE NR. CHANGED."],
			[`*U3=+15550166#${" ".repeat(60)}`, null],
		],
		after: { user1: PHONE, forward1: "+15550155" },
	},
	{
		model: "risco-agm",
		what: "each command is a digit of the reply, where that is asked for",
		texts: [
			["0200!RLMD=1:RSST=9:PSLT=20", "Security system:\n040"],
			["0200RLMD=2:FOO=1:RSST=1", null],
			["0200 RLMD?", "Security system:\n2"],
			["0200!RI4R=AB", "Security system:\n4"],
			["0200!MSCF=0700:RI4R=AB", "Security system:\n00"],
			["1234!RLMD=0", "Security system:\n4"],
			["0200!ST", "Security system:\n4"],
			["0200!CLK31/01/26,14,30", "Security system:\n0"],
			["0200 CLK", "Security system:\n31/01/26,14,30"],
			["9999!RLMD=0", null],
		],
		after: {
			reportingMode: 2,
			signalStrength: 1,
			lineSeconds: 20,
			format: "0700",
			inputFourRestored: "AB",
			clock: "31/01/26,14,30",
		},
	},
	{
		model: "eldes-esim",
		what: "an output is switched by the name that it was given",
		texts: [
			["1111_Pump:ON", null],
			["1111_C1:Pump", null],
			["1111_Pump:ON", null],
			["1111_TC3:Back gate C2:ON", null],
			["1111_EXITDELAY:1,20;3,43 INFO:3.15", null],
			["1111_STATUS", "The system in DISARMED."],
		],
		after: {
			outputName1: "Pump",
			output1: "ON",
			outputName3: "Back gate",
			output2: "ON",
			partitionDelay1: 20,
			partitionDelay3: 43,
			infoDays: 3,
			infoHour: 15,
		},
	},
	{
		model: "eldes-esim",
		what: "only listed numbers are heard, which have no + in front",
		texts: [
			["1111_NR1:15550101", null],
			["1111_C1:ON", null, OTHER],
			["1111_C2:ON", null],
			["1111_N:37061234567:John_37067654321", null],
			["1111_D:John", null],
			["1111_D:37067654321", null],
			["1111_D:Nobody", null],
		],
		after: { phone1: "15550101", output2: "ON" },
	},
	{
		model: "kingpigeon-k2",
		what: "attributes of several zones, texts from zone 00 on, and numbers with functions",
		texts: [
			["1234D01#1#D16#9#", null],
			["1234D00#7#", "7"],
			["1234B00#help#", "help"],
			["1234B00#", "help"],
			["1234B00##", "SMS Alarm Content cannot be set as empty!"],
			[
				"12342A1#1#008613512345678#",
				"Tel1: Empty\nTel2: 008613512345678-1-1\nTel3: Empty\nTel4: Empty\nTel5: Empty\nTel6: Empty",
			],
			[
				"1234D#",
				"00-7;01-1;02-0;03-0;04-0;05-0;06-0;07-0;08-0;09-0;10-0;11-0;12-0;13-0;14-0;15-0;16-9",
			],
			["1234M00#", "AC Power Goes off Send SMS Immediately"],
			["1234aa", "SMS Format Error, Please check Caps Lock in Command!"],
		],
		after: {
			attribute0: 7,
			attribute1: 1,
			attribute16: 9,
			alarmText0: "help",
			phone2: "008613512345678-1-1",
			mainsMinutes: 0,
		},
	},
	{
		model: "rtu5024",
		what: "one # asks and two delete, and the relay says the text that it was given",
		texts: [
			["1234A002#008613512345678#", null],
			["1234A002#", "008613512345678"],
			["1234AL001#003#", "001:Empty\n002:008613512345678\n003:Empty"],
			["1234A002##", null],
			["1234A002#", "Empty"],
			["1234CC", "Relay ON"],
			["1234GON01#Gate open#", null],
			["1234CC", "Gate open"],
			["1234GON##", null],
			["1234A201#", null],
		],
		after: { relay: "ON" },
	},
	{
		model: "tousek",
		what: "a new password is given twice",
		texts: [
			["12345,PWD,23854,23855", null],
			["12345,TEL,3,+15550144", null],
			["12345,NUM?", "1:- 2:- 3:+15550144 4:- 5:- 6:- 7:- 8:-"],
			["12345,PWD,23854,23854", null],
			["12345,CKE", null],
			["23854,cke", "System OK"],
		],
		after: { code: "23854", phone3: "+15550144" },
	},
	{
		model: "tousek",
		what: "RESET is the factory again",
		kept: { code: "1", phone1: "+15550144" },
		texts: [["1,RESET", null]],
		after: {},
	},
	{
		model: "trikdis-gv",
		what: "from the first user on only users are heard",
		texts: [
			["SETA 123456 No2=+15550144#Ann Lee", null],
			[`SETU 123456 ${PHONE}#Bob`, null],
			["OUTPUT5 123456 ON", null],
			["OUTPUT6 123456 ON", null, OTHER],
		],
		after: {
			adminPhone2: "+15550144",
			adminName2: "Ann Lee",
			phone1: PHONE,
			user1: `${PHONE}#Bob`,
			output5: "ON",
		},
	},
	{
		model: "trikdis-gv14",
		what: "a word deletes a number, and a blank a name",
		texts: [
			["123456 SETAP APNR2:+15550144", null],
			["123456 SETAN APNR2:Ann Lee", null],
			["123456 SETAN APNR3:Bob", null],
			["123456 SETAP APNR2:DEL", null],
			["123456 SETAN APNR2:", null],
			["123456 SETAE APNR3:IN1-ON,OUT-OFF", null],
			["123456 SETAN APNR0:Bob", null],
		],
		after: { adminName3: "Bob", adminEvents3: "IN1-ON,OUT-OFF" },
	},
	{
		model: "trikdis-g16",
		what: "each CONNECT sets its own",
		texts: [
			["123456 CONNECT APN=INTERNET", null],
			["123456 CONNECT IP=192.0.2.7:8000", null],
			["123456 CONNECT PASS=guest", null],
			["123456 CONNECT CP=3", null],
			["123456 OUTPUT1 PULSE=0002", "OUTPUT1 PULSE=0002"],
			["123456 OUTPUT2 PULSE=0002", null],
		],
		after: {
			apn: "INTERNET",
			server: "192.0.2.7:8000",
			apnPassword: "guest",
			output1: "ON",
		},
	},
	{
		model: "conrad",
		what: "the PIN stands at the end, and names may have blanks and signs",
		texts: [
			["SET NAME Our #1 house #1513", "OK"],
			["set out2 #1513", "OK"],
			["SET G3 INCALL2 #1513", "OK"],
			["SET OUT1 #9999", null],
			["TEST OUT2 #1513", "OUT2 ON"],
		],
		after: { deviceName: "Our #1 house", output2: "ON", group3: 2 },
	},
	{
		model: "digiflex",
		what: "numbers, then the verb; without numbers all",
		texts: [
			["1234,OUTPUT,1,32,ON", null],
			["1234,OUTPUT,33,ON", null],
			["1234,DOOR,UNLOCK,CONFIRM", null],
			["1234,AREA,2,ON", null],
			["1234,AREA,STATUS", "AREA OFF"],
		],
		after: {
			output1: "ON",
			output32: "ON",
			...Object.fromEntries(
				Array.from({ length: 32 }, (_, at) => [`door${at + 1}`, "UNLOCK"]),
			),
		},
		mode: "disarm",
	},
	{
		model: "paradox-pcs250",
		what: "the answer is for the number in the message",
		texts: [
			["P1234.BWS.ON", null],
			["P1234.A.192.0.2.7.P10000", null],
			[`P1234.IP.${PHONE}`, "IP 192.0.2.7.P10000 BWS ON"],
			[`P1234.IP.${OTHER}`, null],
			["C1234.RESET", null],
			["C1234.ARM.A1TO2.5555551234", null],
		],
		after: { saver: "ON", address: "192.0.2.7.P10000" },
		mode: "disarm",
	},
	{
		model: "visonic",
		what: "the name of the house stands in front, in any case of the words",
		texts: [
			["DISARM 1234", "**DISARM**"],
			["hn 1234 JOHN'S HOUSE", null],
			["P1 da 1234", "JOHN'S HOUSE\n**DISARM**"],
			["P2 DISARM 1234", null],
			["LT 07 ON 1234", null],
		],
		after: { house: "JOHN'S HOUSE", light7: "ON" },
	},
];

describe.each(talks)("$model: $what", ({ model: name, ...talk }) => {
	const model = modelNamed(name);
	if (model === undefined) throw new Error(`there is no ${name}`);
	const factory = fresh(model);

	test("is answered and kept so", () => {
		let state: PanelState = {
			...factory,
			stored: { language: { ...factory.stored.language, ...talk.kept } },
		};
		const heard = talk.texts.map(([text, , from]) => {
			const response = texted(model, state, text, from);
			state = response.state;
			return [text, response.reply];
		});
		expect(heard).toEqual(talk.texts.map(([text, reply]) => [text, reply]));
		const before = factory.stored.language ?? {};
		const changed = Object.entries(state.stored.language ?? {}).filter(
			([setting, value]) => before[setting] !== value,
		);
		expect(Object.fromEntries(changed)).toEqual(talk.after);
		if (talk.mode !== undefined) expect(state.runtime.mode).toBe(talk.mode);
	});
});
