import { expect, test } from "vitest";
import { drivenBy } from "../../support/driven-modem.ts";
import { settle } from "../../support/scripted-line.ts";
import { to } from "../../support/sent-pdus.ts";

test("in text mode the validity stands in AT+CSMP", async () => {
	const { modem, line } = drivenBy(
		{
			"AT+CMGF=1": ["OK"],
			"AT+CSMP=49,2,0,0": ["OK"],
			[`AT+CMGS="${to}"`]: ["> "],
			"Hello\u001a": ["+CMGS: 7", "OK"],
		},
		{ mode: "text", validity: 15 },
	);
	await modem.started;
	await settle();
	await modem.send(to, "Hello");
	expect(line.trace).toContain("> AT+CSMP=49,2,0,0\r");
	await modem.close();
});

test("text mode sends what PDU mode would, each part alone", async () => {
	const number = "002B00330031003600310032003300340035003600370038";
	const { modem, line } = drivenBy(
		{
			"AT+CMGF=1": ["OK"],
			'AT+CSCS="UCS2"': ["OK"],
			'AT+CMGL="ALL"': ["OK"],
			"AT+CSMP=49,167,0,0": ["OK"],
			[`AT+CMGS="${number}"`]: ["> "],
			"004F004B\u001a": ["+CMGS: 5", "OK"],
		},
		{ mode: "text" },
	);
	await modem.started;
	await settle();
	const before = line.written.length;
	expect(await modem.send(to, "OK")).toEqual({ sent: true, references: [5] });
	expect(line.written.slice(before)).toEqual([
		"AT+CMGF=1",
		"AT+CSMP=49,167,0,0",
		`AT+CMGS="${number}"`,
		"004F004B\u001a",
	]);
	await modem.close();
});

test("text mode without UCS-2 refuses what it cannot carry", async () => {
	const { modem } = drivenBy(
		{
			"AT+CMGF=1": ["OK"],
			'AT+CSCS="8859-1"': ["OK"],
			'AT+CMGL="ALL"': ["OK"],
			"AT+CSMP=49,167,0,0": ["OK"],
			'AT+CMGS="+31612345678"': ["> "],
			"d\xe9j\xe0\u001a": ["+CMGS: 5", "OK"],
		},
		{ mode: "text" },
	);
	await modem.started;
	expect(await modem.send(to, "déjà")).toEqual({ sent: true, references: [5] });
	expect(await modem.send(to, "5 €")).toEqual({
		sent: false,
		reason: "text mode of this modem does not carry all characters",
		retry: false,
	});
	await modem.close();
});
