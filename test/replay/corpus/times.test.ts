import { expect, test } from "vitest";
import { readAs } from "../../support/corpus-as-told.ts";

const sms = 'type="1" address="1" body="hi"';

/** A form, its text around a time, times that are none, and what is said of them. */
test.each([
	[
		"a.csv",
		(time: string) => `time,text\n${time},hi\n`,
		["2026-11-30", "2026-11-30T12:00Z", "1764590000", ""],
		["2026-02-30", "-5", "1e9", "1764590000.5"],
		"2:1: time: ISO 8601 as 2026-11-30T12:00:00Z, or seconds since 1970, not $",
	],
	[
		"a.smsbackup",
		(time: string) =>
			`[SMSBackup000]\nDateTime = ${time}\nNumber = "1"\nText00 = 00480069\n`,
		["20261130T120000", "20261130T120000Z"],
		["20260230T120000", "20261130T250000", "yesterday", '""'],
		"2:12: DateTime: as 20261130T120000",
	],
	[
		"smstools",
		(time: string) => `From: 1\nSent: ${time}\n\nhi\n`,
		["26-11-30 12:00:00"],
		["26-02-30 12:00:00", "26-11-30 12:60:00", "2026-11-30", "soon"],
		"2:7: Sent: as 26-11-30 12:00:00",
	],
	[
		"a.xml",
		(time: string) => `<smses>\n<sms date="${time}" ${sms}/>\n</smses>\n`,
		["1764590000000", "0", ""],
		["x", "-1", "1e20", "1764590000.5", "999999999999999"],
		"2:1: date: milliseconds since 1970, not $",
	],
] as const)(
	"%s: a time that is none is told, and no message begins at another",
	async (name, text, right, wrong, fault) => {
		const reading = name === "smstools" ? { form: name } : {};
		for (const time of right) {
			const read = await readAs(name, text(time), reading);
			expect([time, read]).toEqual([
				time,
				[expect.stringMatching(/^id .*\n(@ .*\n)?>.* (hi|Hi)\n$/)],
			]);
		}
		for (const time of wrong) {
			const read = await readAs(name, text(time), reading);
			expect(read.map((each) => each.split("\n")[0])).toEqual([
				`${name}:${fault.replace("$", time)}`,
			]);
		}
	},
);
