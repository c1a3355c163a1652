import { constants, gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { corpusFaultText } from "../../../src/conversation/corpus-fault.ts";
import type { Found } from "../../../src/conversation/located.ts";
import { readAndroid } from "../../../src/replay/corpus/android-corpus.ts";
import {
	bytesContent,
	type Content,
} from "../../../src/replay/corpus/content.ts";
import { usualReading } from "../../../src/replay/corpus/reading.ts";
import { readAs } from "../../support/corpus-as-told.ts";

test("a CSV with a header, its texts in quotes", async () => {
	const csv = [
		"\uFEFFtime,from,note,text,expected",
		"2026-11-30T12:00:00Z,+15550107,x,PROG 7982 ECHO:,ECHO:OK",
		'1795953600,,x,"PROG 7982 USRS:2,5678,""Ann"",1",',
		'2026-11-30 12:00:00,+15550107,"two',
		'lines",hello,',
		"",
	].join("\r\n");
	expect(await readAs("a.csv", csv)).toEqual([
		"id a.csv:2\n@ 2026-11-30T12:00:00Z\n>+15550107 PROG 7982 ECHO:\n< ECHO:OK\n",
		'id a.csv:3\n@ 2026-11-29T12:00:00Z\n> PROG 7982 USRS:2,5678,"Ann",1\n<\n',
		"id a.csv:4\n@ 2026-11-30T12:00:00Z\n>+15550107 hello\n<\n",
	]);
});

test("a CSV whose columns are named by who reads it", async () => {
	const columns = ["time", "from", "text", "expected"];
	expect(
		await readAs("b.csv", ",,PROG 7982 ECHO:,ECHO:*\n", { columns }),
	).toEqual(["id b.csv:1\n> PROG 7982 ECHO:\n< ECHO:*\n"]);
	expect(
		await readAs("c.tsv", "hello\n", { form: "csv", columns: ["text"] }),
	).toEqual(["id c.tsv:1\n> hello\n"]);
});

test.each([
	[
		"no column text",
		"a,b\n1,2\n",
		"a,b\n^^^",
		":1:1: the first line names no column text; --columns time,from,text,expected names them",
	],
	[
		"columns between semicolons",
		"time;text\n1;x\n",
		"time;text\n^^^^^^^^^",
		":1:1: columns are separated by commas, as time,from,text",
	],
	[
		"two columns of one name",
		"text,from,text\na,b,c\n",
		"text,from,text\n          ^^^^",
		":1:11: two columns are named text",
	],
	["a field too few", "text,from\nx\n", "x\n^", ":2:1: 1 field, and not 2"],
	[
		"a NUL character",
		"text\na\0b\n",
		"a␀b\n ^^",
		":2:2: a NUL character: this is no text",
	],
	[
		"a field too many",
		"text\nx,y\n",
		"x,y\n^^^",
		":2:1: 2 fields, and not 1; a text with a comma stands in quotes",
	],
	[
		"a time that is none",
		"text,time\nx,noon\n",
		"x,noon\n  ^^^^",
		":2:3: time: ISO 8601 as 2026-11-30T12:00:00Z, or seconds since 1970, not noon",
	],
	[
		"a quote that is open",
		'text\n"x\n',
		'"x\n^',
		":2:1: a quote is not closed",
	],
	[
		"a quote inside",
		'text\nx"y"\n',
		'x"y"\n ^',
		":2:2: this is not CSV: a quote stands inside a field",
	],
	[
		"a quote behind quotes of two lines",
		'text,id\r\n"a\r\nb","x"y\r\n',
		'b","x"y\n     ^^',
		":3:6: this is not CSV: a quote stands inside a field",
	],
	[
		"a time that is none behind quotes",
		'text,time\n"x, ""y""",noon\n',
		'"x, ""y""",noon\n           ^^^^',
		":2:12: time: ISO 8601 as 2026-11-30T12:00:00Z, or seconds since 1970, not noon",
	],
])("a CSV with %s has a place", async (_, csv, drawn, told) => {
	const [first = ""] = await readAs("bad.csv", csv);
	expect(first.split("\n")[0]).toBe(`bad.csv${told}`);
	if (drawn !== null) expect(first).toContain(`\n${drawn}`);
});

test("the rows in front of a wrong one are read, whatever ends their lines", async () => {
	for (const end of ["\n", "\r\n", "\r"]) {
		const rows = ["text", "", '"a', 'b"', "c", 'x"y"', "d", ""].join(end);
		const told = await readAs("rows.csv", rows);
		expect(told.map((each) => each.split("\n")[0])).toEqual([
			"id rows.csv:3",
			"id rows.csv:5",
			"rows.csv:6:2: this is not CSV: a quote stands inside a field",
		]);
	}
	expect(await readAs("mixed.csv", "text\nhello\r\nyou")).toEqual([
		"id mixed.csv:2\n> hello\n",
		"id mixed.csv:3\n> you\n",
	]);
});

test("XML that is no backup, and a text that is too long, have their places", async () => {
	const sms = (body: string) =>
		`<smses>\n<sms type="1" body="${body}"/></smses>`;
	const told = await Promise.all([
		readAs("page.xml", "\n<html><sms type='1' body='x'/></html>"),
		readAs("long.xml", sms("x".repeat(400_000))),
	]);
	expect(told.map((all) => all.map((each) => each.split("\n")[0]))).toEqual([
		[
			"page.xml:2:1: this is no backup of SMS Backup & Restore: it begins with <html>, not <smses>",
		],
		["long.xml:2:262136: a text of more than 65536 characters"],
	]);
});

test("the line of XML that is wrong is shown, in whatever chunks it came", async () => {
	const told: string[] = [];
	const take = ({ fault }: Found) => {
		if (fault !== null) told.push(corpusFaultText(fault));
		return true;
	};
	const sms = '<sms type="1" address="1" body="x"/>';
	for (const [text, shown] of [
		[
			"hello",
			[
				"a.xml:1:1: this is not XML: Non-whitespace before first tag.",
				"hello",
				"^^^^^",
			],
		],
		[
			`<smses>\r\n${sms}\r\n<sms body=x/>\r\n</smses>`,
			[
				"a.xml:3:11: this is not XML: Unquoted attribute value",
				"<sms body=x/>",
				"          ^^^",
			],
		],
		[
			"<smses>\n &#0; \n</smses>",
			[
				"a.xml:2:5: this is not XML: Invalid character entity",
				" &#0; ",
				"    ^^",
			],
		],
		[
			"\n <html>",
			[
				"a.xml:2:2: this is no backup of SMS Backup & Restore: it begins with <html>, not <smses>",
				" <html>",
				" ^^^^^^",
			],
		],
		[
			"<smses>\n</smses",
			["a.xml:2:7: this is not XML: Unclosed root tag", "</smses", "      ^"],
		],
		["<smses>\n", ["a.xml:2:1: this is not XML: Unclosed root tag"]],
	] as const)
		for (const size of [1, 7, 100]) {
			const bytes = Buffer.from(text);
			const content: Content = {
				...bytesContent("a.xml", bytes),
				async *chunks() {
					for (let at = 0; at < bytes.length; at += size)
						yield bytes.subarray(at, at + size);
				},
			};
			told.length = 0;
			await readAndroid(content, take, usualReading);
			// What has not come yet is not shown.
			const [place, line = "", carets = ""] = told.join("\n").split("\n");
			expect([size, place]).toEqual([size, shown[0]]);
			expect((shown[1] ?? "").startsWith(line)).toBe(true);
			expect(line.slice(0, carets.length)).toHaveLength(carets.length);
			if (size === 100) expect(told.join("\n").split("\n")).toEqual(shown);
		}
});

/** As gammu 1.42 writes it. */
const gammu = `; This file format was designed for Gammu and is compatible with Gammu+
; See <https://wammu.eu/gammu/> for more information
; Saved 20261130T120500 (Mon Nov 30 12:05:00 2026)

[SMSBackup000]
;PROG 7982 ECHO:
PDU = Deliver
SMSC = "+15550000"
DateTime = 20261130T120000
State = UnRead
Number = "+15550107"
Text00 = 00500052004F0047002000370039003800320020004500430048004F003A
Coding = Default_No_Compression
Folder = 1
Length = 15

[SMSBackup001]
PDU = Submit
Number = "+15550109"
Text00 = 00480069
[SMSBackup002]
Number = "+15550107"
UDH = 0500030C0202
Text00 = 0062
[SMSBackup003]
Number = "+15550107"
UDH = 0500030C0201
Text00 = 0061
`;

test("a backup of gammu, with a message of two parts", async () => {
	expect(await readAs("a.smsbackup", gammu)).toEqual([
		"id a.smsbackup:5\n@ 2026-11-30T12:00:00Z\n>+15550107 PROG 7982 ECHO:\n",
		"id a.smsbackup:21\n>+15550107 ab\n",
	]);
	expect(await readAs("a.smsbackup", gammu, { sent: true })).toEqual([
		"id a.smsbackup:17\n> Hi\n",
	]);
});

test("a bad backup of gammu has its places", async () => {
	const bad = `[SMSBackup000]
Text00 = 00480G69
[SMSBackup001]
Number = "1"
nonsense
[SMSBackup002]
UDH = 0500030C0201
Text00 = 0061
`;
	const told = await readAs("bad.smsbackup", bad);
	expect(told.map((each) => each.split("\n")[0])).toEqual([
		"bad.smsbackup:2:15: four hexadecimal digits for each character",
		"bad.smsbackup:5:1: this is no line of a backup: NAME = VALUE",
		"bad.smsbackup:3:1: a section without Text00",
		"bad.smsbackup:6:1: parts of this message are missing",
	]);
});

test("messages of smstools, in each of its alphabets", async () => {
	const head =
		"From: 15550107\nFrom_SMSC: 15550000\nSent: 26-11-30 12:00:00\nAlphabet: ";
	const ucs2 = Buffer.from("Tür", "utf16le").swap16();
	const form = "smstools";
	const said = " Tür\n";
	const front = "@ 2026-11-30T12:00:00Z\n>+15550107";
	for (const [name, bytes] of [
		["GSM1.a", Buffer.from(`${head}ISO\n\nTür`, "latin1")],
		["GSM1.b", Buffer.from(`${head}UTF-8\n\nTür`)],
		["GSM1.c", Buffer.concat([Buffer.from(`${head}UCS2\n\n`), ucs2])],
	] as const)
		expect(await readAs(name, bytes, { form })).toEqual([
			`id ${name}\n${front}${said}`,
		]);
	expect(
		await readAs("out", "To: 15550100\n\nhi\n", { form, sent: true }),
	).toEqual(["id out\n> hi\n"]);
	const bad = await readAs("bad", "From: 1\nwhat\n\nx", { form });
	expect(bad.map((each) => each.split("\n")[0])).toEqual([
		"bad:2:1: this is no line of a message's head: NAME: VALUE",
	]);
	expect((await readAs("none", "To: 1\n\nx", { form }))[0]).toMatch(
		/^none:2:1: there is no From:/,
	);
});

const android = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<!--File Created By SMS Backup & Restore v10.15.002 -->
<smses count="3" backup_set="x" backup_date="1795953600000" type="full">
  <sms protocol="0" address="+15550107" date="1795953600000" type="1" subject="null"
    body="PROG 7982 ECHO: &amp; &#10;more" read="1" status="-1" />
  <sms protocol="0" address="+15550100" date="1795953600000" type="2" body="Hi" />
  <mms date="1" />
</smses>
`;

test("a backup of Android", async () => {
	const file = "sms-1.xml";
	const [came = ""] = await readAs(file, android);
	expect(came).toMatch(
		/^id sms-1\.xml:4\n@ 2026-11-29T12:00:00Z\n>\+15550107 PROG 7982 ECHO: & \\nmore\n$/,
	);
	expect(await readAs(file, android, { sent: true })).toEqual([
		"id sms-1.xml:6\n@ 2026-11-29T12:00:00Z\n> Hi\n",
	]);
});

test("entities that a backup declares are not expanded", async () => {
	const bomb = `<?xml version="1.0"?>
<!DOCTYPE smses [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
<smses><sms type="1" address="1" body="&b;"/></smses>`;
	const told = await readAs("bomb.xml", bomb);
	expect(told.map((each) => each.split("\n")[0])).toEqual([
		"bomb.xml:2:1: a backup declares no document type",
	]);
	const open = await readAs("open.xml", '<smses>\n<sms type="1" body="x">\n');
	expect(open.map((each) => each.split("\n")[0])).toEqual([
		"id open.xml:2",
		"open.xml:3:1: this is not XML: Unclosed root tag",
	]);
});

test("packed files, and what is none", async () => {
	expect(await readAs("a.txt.gz", gzipSync("hello\n"))).toEqual([
		"id a.txt:1\n> hello\n",
	]);
	await expect(readAs("no.jsonl.gz", "hello")).rejects.toThrow(
		/no\.jsonl\.gz: it cannot be unpacked: incorrect header check$/,
	);
});

test("a packed file that is torn has the place where its text ends", async () => {
	const lines = Array.from({ length: 6_000 }, (_, at) => `Zoë ${at ** 7} é\n`);
	const packed = gzipSync(lines.join(""));
	const finishFlush = constants.Z_SYNC_FLUSH;
	for (const part of [0.002, 0.3, 0.99]) {
		const torn = packed.subarray(0, packed.length * part);
		const left = gunzipSync(torn, { finishFlush }).toString().split("\n");
		const column = (left.at(-1) ?? "").length + 1;
		for (const name of ["torn.txt.gz", "torn.smst.gz"])
			await expect(readAs(name, torn)).rejects.toThrow(
				`${name}:${left.length}:${column}: it cannot be unpacked: unexpected end of file`,
			);
	}
});
