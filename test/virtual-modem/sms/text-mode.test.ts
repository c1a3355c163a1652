import { expect, test } from "vitest";
import type { Submit } from "../../../src/sms/submit.ts";
import type { InformationElement } from "../../../src/sms/user-data-header.ts";
import { modemAtNetwork } from "../../support/modem-at-network.ts";

/** A text in GSM-7 behind any header. */
function toTheBooth(
	header: readonly InformationElement[],
	text: string,
): Submit {
	return {
		type: "submit",
		rejectDuplicates: false,
		statusReport: false,
		replyPath: false,
		mr: 0,
		da: { ton: "international", npi: 1, number: "15550101" },
		pid: 0,
		dcs: 0,
		vp: null,
		ud: { alphabet: "gsm-7", header, text },
	};
}

test("text mode shows every character set its own way, and UCS-2 and data in hexadecimal", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CMGF=1\r");
	await booth.text("@à€");
	await booth.text("Ж");
	await program.settle("");
	const texts = async (charset: string) => {
		await program.settle(`AT+CSCS="${charset}"\r`);
		const answer = await program.say('AT+CMGL="ALL"\r');
		return answer
			.split("\r\n")
			.filter((_, index) => index === 2 || index === 4);
	};
	expect({
		IRA: await texts("IRA"),
		GSM: await texts("GSM"),
		UCS2: await texts("UCS2"),
		HEX: await texts("HEX"),
		"8859-1": await texts("8859-1"),
		"UTF-8": await texts("UTF-8"),
	}).toEqual({
		IRA: ["@à?", "0416"],
		GSM: ["\x00\x7f\x1b\x65", "0416"],
		UCS2: ["004000E020AC", "0416"],
		HEX: ["007F1B65", "0416"],
		"8859-1": ["@à?", "0416"],
		"UTF-8": ["@\xc3\xa0\xe2\x82\xac", "\xd0\x96"],
	});
	expect(await program.exchange('AT+CSCS="ASCII"\r', "AT+CSCS=?\r")).toEqual([
		['AT+CSCS="ASCII"\r', "\r\nERROR\r\n"],
		[
			"AT+CSCS=?\r",
			'\r\n+CSCS: ("IRA","GSM","UCS2","HEX","8859-1","UTF-8")\r\n\r\nOK\r\n',
		],
	]);
});

test("numbers are shown in the character set too, names without quotes of their own", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CMGF=1\r");
	const named = booth.network.line("Telfort");
	named.submit(toTheBooth([], "hi"));
	await booth.advance(0);
	await program.settle("");
	expect(
		await program.exchange("AT+CMGR=1\r", 'AT+CSCS="UCS2"\r', "AT+CMGR=1\r"),
	).toEqual([
		[
			"AT+CMGR=1\r",
			'\r\n+CMGR: "REC UNREAD","Telfort",,"26/11/20,20:31:54+00"\r\nhi\r\n\r\nOK\r\n',
		],
		['AT+CSCS="UCS2"\r', "\r\nOK\r\n"],
		[
			"AT+CMGR=1\r",
			'\r\n+CMGR: "REC READ","00540065006C0066006F00720074",,"26/11/20,20:31:54+00"\r\n00680069\r\n\r\nOK\r\n',
		],
	]);
});

test("+CSDH=1 shows all there is to a message, received or written", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CMGF=1;+CSDH=1\r");
	await booth.text("hello", { statusReport: true });
	await program.settle('AT+CMGW="15550100",129\r', "written\x1a");
	expect(
		await program.exchange("AT+CMGR=1\r", "AT+CMGR=2\r", 'AT+CMGL="ALL"\r'),
	).toEqual([
		[
			"AT+CMGR=1\r",
			'\r\n+CMGR: "REC UNREAD","+15550100",,"26/11/20,20:31:54+00",145,36,0,0,"+15550009",145,5\r\nhello\r\n\r\nOK\r\n',
		],
		[
			"AT+CMGR=2\r",
			'\r\n+CMGR: "STO UNSENT","15550100",,129,17,0,0,167,"",129,7\r\nwritten\r\n\r\nOK\r\n',
		],
		[
			'AT+CMGL="ALL"\r',
			'\r\n+CMGL: 1,"REC READ","+15550100",,"26/11/20,20:31:54+00",145,5\r\nhello\r\n+CMGL: 2,"STO UNSENT","15550100",,129,7\r\nwritten\r\n\r\nOK\r\n',
		],
	]);
});

test("a text in the tables of a national language is shown like any other, with the septets that it took", async () => {
	const booth = modemAtNetwork();
	const program = booth.program();
	await program.settle("ATE0+CMGF=1;+CSDH=1\r");
	booth.network
		.line("+15550100")
		.submit(toTheBooth([{ id: 0x24, data: Uint8Array.of(1) }], "ığ ç"));
	await booth.advance(0);
	await program.settle("");
	const shown = async (charset: string) => {
		await program.settle(`AT+CSCS="${charset}"\r`);
		return (await program.say("AT+CMGR=1\r")).split("\r\n").slice(1, 3);
	};
	expect(await shown("UTF-8")).toEqual([
		'+CMGR: "REC UNREAD","+15550100",,"26/11/20,20:31:54+00",145,68,0,0,"+15550009",145,7',
		Buffer.from("ığ ç", "utf8").toString("latin1"),
	]);
	expect([
		(await shown("UCS2"))[1],
		(await shown("8859-1"))[1],
		(await shown("GSM"))[1],
	]).toEqual(["0131011F002000E7", "?? ç", "?? ?"]);
	await program.settle("AT+CMGF=0\r");
	expect((await program.say("AT+CMGR=1\r")).split("\r\n")[2]).toBe(
		"059151550090440891515510000000621102021345000C03240101D8A43767D0660C",
	);
});
