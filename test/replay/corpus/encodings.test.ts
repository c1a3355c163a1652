import { expect, test } from "vitest";
import type { Found } from "../../../src/conversation/located.ts";
import { readAndroid } from "../../../src/replay/corpus/android-corpus.ts";
import {
	bytesContent,
	type Content,
} from "../../../src/replay/corpus/content.ts";
import { readCsv } from "../../../src/replay/corpus/csv-corpus.ts";
import { usualReading } from "../../../src/replay/corpus/reading.ts";
import { readAs } from "../../support/corpus-as-told.ts";

const message = { form: "smstools" } as const;

test.each([
	"a.jsonl",
	"a.txt",
	"a.smst",
	"a.csv",
	"a.smsbackup",
	"a.xml",
	"a.msg",
])("UTF-16 is refused, with how to mend it: %s", async (name) => {
	const form = name === "a.msg" ? "smstools" : null;
	for (const swap of [false, true]) {
		const text = Buffer.from("\uFEFF> PROG 7982 ECHO:\n", "utf16le");
		await expect(
			readAs(name, swap ? text.swap16() : text, { form }),
		).rejects.toThrow(
			`${name}:1:1: this file is UTF-16; save it as UTF-8, or iconv -f UTF-16 -t UTF-8`,
		);
	}
});

const NOT_UTF8 = "a byte that is not UTF-8; iconv converts other encodings";
const NUL = "a NUL character: this is no text";

/** First lines of what is told of a file in which `~` is a byte that is no UTF-8. */
async function toldOf(
	name: string,
	text: string,
	reading: Parameters<typeof readAs>[2] = {},
): Promise<readonly (string | undefined)[]> {
	const [begin = "", ...rest] = text.split("~");
	const bytes = rest.flatMap((each) => [Buffer.of(0xe9), Buffer.from(each)]);
	const file = Buffer.concat([Buffer.from(begin), ...bytes]);
	const told = await readAs(name, file, reading);
	return told.map((each) => each.split("\n")[0]);
}

test("a plain text that is no UTF-8 has its places", async () => {
	expect(
		await toldOf("a.txt", "\uFEFFright é\nNUL \0\n# \0\n\ufffd ~ x\n~"),
	).toEqual([
		"id a.txt:1",
		`a.txt:2:5: ${NUL}`,
		`a.txt:3:3: ${NUL}`,
		`a.txt:4:3: ${NOT_UTF8}`,
		`a.txt:5:1: ${NOT_UTF8}`,
	]);
});

test("JSON Lines that are no UTF-8 have their places", async () => {
	const line = (id: string, sms: string) =>
		`{"id":"${id}","steps":[{"sms":"${sms}"}]}\n`;
	const text = `\uFEFF${line("é", "x")}${line("b", "l~")}\r\n${line("c", "\ufffd")}${line("~", "x~")}{"id":"d", ~`;
	expect(await toldOf("a.jsonl", text)).toEqual([
		"id é",
		`a.jsonl:2:29: ${NOT_UTF8}`,
		"id c",
		`a.jsonl:5:8: ${NOT_UTF8}`,
		`a.jsonl:6:12: ${NOT_UTF8}`,
	]);
});

test("a transcript that is no UTF-8, or has a NUL character, has its places", async () => {
	const text =
		"\uFEFFid ~\n> x\nid b\n> é\nid c\n> \ufffd~\n# ~ \r\n< \0\n~\nid e\n> y \0~";
	expect(await toldOf("a.smst", text)).toEqual([
		`a.smst:1:4: ${NOT_UTF8}`,
		"id b",
		`a.smst:6:4: ${NOT_UTF8}`,
		`a.smst:7:3: ${NOT_UTF8}`,
		`a.smst:8:3: ${NUL}`,
		`a.smst:9:1: ${NOT_UTF8}`,
		`a.smst:11:5: ${NUL}`,
	]);
});

test("a CSV that is no UTF-8 has its places", async () => {
	const text = '\uFEFFid,text\né,x\n,"two\r\nl~nes"\n,"a\0"\n\n3,y\n';
	expect(await toldOf("a.csv", text)).toEqual([
		"id é",
		`a.csv:4:2: ${NOT_UTF8}`,
		`a.csv:5:4: ${NUL}`,
		"id 3",
	]);
	expect(await toldOf("a.csv", "\uFEFFtext,~\nx,y\n")).toEqual([
		`a.csv:1:6: ${NOT_UTF8}`,
	]);
});

test("XML that is no UTF-8, or has a NUL character, has its place", async () => {
	const sms = (body: string) => `  <sms type="1" body="${body}"/>\n`;
	const file = (body: string) =>
		`<smses>\n${sms("é")}${sms(body)}${sms("x")}</smses>\n`;
	expect(await toldOf("a.xml", file("\ufffd~"))).toEqual([
		"id a.xml:2",
		`a.xml:3:24: ${NOT_UTF8}`,
	]);
	expect(await toldOf("a.xml", file("\0"))).toEqual([
		"id a.xml:2",
		`a.xml:3:23: ${NUL}`,
	]);
	expect(await toldOf("a.xml", file("&#0;"))).toEqual([
		"id a.xml:2",
		"a.xml:3:26: this is not XML: Invalid character entity",
	]);
});

/** The texts of messages, where a file comes in chunks of so many bytes. */
async function textsIn(
	name: "a.xml" | "a.csv",
	text: string,
	size: number,
): Promise<readonly string[]> {
	const bytes = Buffer.from(text);
	const content: Content = {
		...bytesContent(name, bytes),
		async *chunks() {
			for (let at = 0; at < bytes.length; at += size)
				yield bytes.subarray(at, at + size);
		},
	};
	const texts: string[] = [];
	const take = ({ located, fault }: Found) => {
		const [step] = located?.conversation.steps ?? [];
		texts.push(step?.type === "sms" ? step.text : String(fault?.line));
		return true;
	};
	await (name === "a.xml" ? readAndroid : readCsv)(content, take, usualReading);
	return texts;
}

test("chunks end anywhere in a character, an entity or a row", async () => {
	const pair = "&#55357;&#56832;";
	const sms = (body: string) => `<sms type="1" body="${body}"/>\n`;
	const xml = `<smses>\n${sms("é€😀")}${sms(`${pair}${pair} &amp;#55357;`)}</smses>`;
	const csv = '\uFEFFtext\r\né€😀\r\n\r\n"a\r\n""b"""\r\n"c"d\r\n';
	for (let size = 1; size < 40; size += 1) {
		expect(await textsIn("a.xml", xml, size)).toEqual([
			"é€😀",
			"😀😀 &#55357;",
		]);
		expect(await textsIn("a.csv", csv, size)).toEqual([
			"é€😀",
			'a\r\n"b"',
			"6",
		]);
	}
});

test("half an emoji is no character", async () => {
	expect(
		await toldOf("a.xml", '<smses><sms type="1" body="&#55357;"/></smses>'),
	).toEqual(["a.xml:1:35: this is not XML: Invalid character entity"]);
});

test("XML that ends within an entity, or is wrong in front of an odd byte, has its place", async () => {
	const why = "this is not XML:";
	expect(await toldOf("a.xml", "<smses>&#55357;")).toEqual([
		`a.xml:1:15: ${why} Invalid character entity`,
	]);
	expect(await toldOf("a.xml", "&")).toEqual([
		`a.xml:1:1: ${why} Non-whitespace before first tag.`,
	]);
	expect(await toldOf("a.xml", "<smses>&#55357;~")).toEqual([
		`a.xml:1:15: ${why} Invalid character entity`,
	]);
});

test("exports of gammu and smstools that are no UTF-8 have their places", async () => {
	const gammu = '; ~\n[SMSBackup000]\nNumber = "~"\nText00 = 0061\n';
	expect(await toldOf("a.smsbackup", gammu)).toEqual([
		`a.smsbackup:3:11: ${NOT_UTF8}`,
		"id a.smsbackup:2",
	]);
	const head = "From: 1\nAlphabet: ";
	expect(await toldOf("a", `${head}UTF-8\n\né\nx~`, message)).toEqual([
		`a:5:2: ${NOT_UTF8}`,
	]);
	expect(await toldOf("a", `${head}ISO\n\n~\0`, message)).toEqual([
		`a:4:2: ${NUL}`,
	]);
	expect(await toldOf("a", `${head}UCS2\n\n\0a\0`, message)).toEqual([
		"a:4:1: half a character at the end: UCS-2 has two bytes for each",
	]);
});

test("a place far behind in a line is told as it is", async () => {
	const far = "x".repeat(5000);
	expect(await toldOf("a.txt", `${far}~`)).toEqual([
		`a.txt:1:5001: ${NOT_UTF8}`,
	]);
	expect(await toldOf("a.csv", `text\n${far}~`)).toEqual([
		`a.csv:2:5001: ${NOT_UTF8}`,
	]);
});

test("a message of smstools that was saved as UTF-8 with a byte order mark is read as that", async () => {
	const read = (text: string) => readAs("a.msg", text, { form: "smstools" });
	const said = ["id a.msg\n@ 2026-11-20T10:00:00Z\n>+33612345678 Café €\n"];
	for (const alphabet of ["", "Alphabet: ISO\n", "Alphabet: UTF-8\r\n"])
		expect(
			await read(
				`\uFEFFFrom: 33612345678\n${alphabet}Sent: 26-11-20 10:00:00\n\nCafé €\n`,
			),
		).toEqual(said);
	expect(
		await read("\uFEFFFrom: 33612345678\nAlphabet: UCS2\n\n\0C\0a"),
	).toEqual([
		"a.msg:2:11: the file was saved as UTF-8, which has spoilt a text in UCS-2\nAlphabet: UCS2\n          ^^^^",
	]);
});
