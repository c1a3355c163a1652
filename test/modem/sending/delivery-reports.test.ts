import { expect, test } from "vitest";
import type { WrittenPdu } from "../../../src/sms/pdu.ts";
import { reportPdu } from "../../support/deliver-pdus.ts";
import { drivenBy } from "../../support/driven-modem.ts";
import { settle } from "../../support/scripted-line.ts";
import { accepting, ok, to } from "../../support/sent-pdus.ts";

test("delivery reports find their SMS by reference, early, late, direct or stored", async () => {
	const early = reportPdu(41, to, 0x30);
	const direct = reportPdu(41, to, 0x00);
	const strange = reportPdu(99, to, 0x46);
	const { modem, line, events } = drivenBy({
		...accepting(ok),
		[`${ok.hex}\u001a`]: [cds(early), "+CMGS: 41", "OK"],
		'AT+CPMS="SR","SM","SM"': ["OK"],
		"AT+CMGR=2": [`+CMGR: 1,,${direct.tpduLength}\n${direct.hex}`, "OK"],
		"AT+CMGD=2": ["OK"],
	});
	await modem.started;
	await modem.send(to, "USRS:OK");
	line.say(cds(direct), cds(strange), '+CDSI: "SR",2');
	await settle();
	const sms = { type: "delivery", message: 1, to, part: 1, total: 1 };
	expect(events.filter(({ type }) => type === "delivery")).toEqual([
		{
			...sms,
			reference: 41,
			outcome: "pending",
			meaning: "specific to the service centre",
		},
		{
			...sms,
			reference: 41,
			outcome: "completed",
			meaning: "received by the other end",
		},
		{
			type: "delivery",
			message: null,
			to,
			part: null,
			total: null,
			reference: 99,
			outcome: "failed",
			meaning: "validity period expired",
		},
		{
			...sms,
			reference: 41,
			outcome: "completed",
			meaning: "received by the other end",
		},
	]);
	expect(line.written).toContain("AT+CMGD=2");
	await modem.close();
});

// Helpers

function cds({ hex, tpduLength }: WrittenPdu): string {
	return `+CDS: ${tpduLength}\n${hex}`;
}
