import { expect, test } from "vitest";
import { reportSms } from "../../../src/firmware/outbox/report-sms.ts";
import { factory } from "../../support/panel-builder.ts";

const report = {
	id: 1,
	at: 0,
	event: "burglar",
	qualifier: "event",
	subject: 3,
	group: 1,
	rounds: 0,
	failed: [],
	due: 0,
} as const;

test.each([
	[
		"gsm://1234@+15550123",
		"",
		{ to: "+15550123", text: "1234 18 1130 00 003 6EB5" },
	],
	[
		"gsm://+15550123",
		"",
		{ to: "+15550123", text: "0000 18 1130 00 003 640B" },
	],
	["sms://+15550123", "", { to: "+15550123", text: "burglar alarm: zone 3" }],
	[
		"0933111222",
		"SMS_TEXT",
		{ to: "0933111222", text: "burglar alarm: zone 3" },
	],
	["0933111222", "speech", null],
	["ip://1234@94.214.112.83:2280/CID", "", null],
])("a report to %s carried as %j", (url, carrier, sms) => {
	const destination = { id: 1, url, group: 1, level: "all", carrier } as const;
	expect(reportSms(factory, report, destination)).toEqual(sms);
});
