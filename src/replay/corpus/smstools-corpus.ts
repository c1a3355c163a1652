import { NUL, type OddPlace, oddPlace } from "../../store/read-text.ts";
import { instantOf } from "../../time/instant.ts";
import type { Content, Take } from "./content.ts";
import { badLine, baseName, loneMessage } from "./lone-message.ts";
import type { Reading } from "./reading.ts";

/**
 * Reads a message of SMS Server Tools 3: a file with lines `Name: value`, a blank
 * line, and the text.
 * @returns the number of lines
 */
export async function readSmstools(
	content: Content,
	take: Take,
	{ sent }: Reading,
): Promise<number> {
	const { file } = content;
	const bytes = await content.whole();
	const headers = new Map<string, string>();
	/** The line that says when it was sent. */
	let sentLine: { readonly text: string; readonly line: number } | null = null;
	let line = 0;
	// Who has edited a message may have saved all of it as UTF-8, with a mark in front.
	const isMarked = bytes.indexOf(BOM) === 0;
	let from = isMarked ? BOM.length : 0;
	for (; from < bytes.length; ) {
		const lf = bytes.indexOf(10, from);
		const end = lf === -1 ? bytes.length : lf;
		const text = bytes.toString("latin1", from, end).replace(/\r$/, "");
		line += 1;
		from = end + 1;
		if (text === "") break;
		const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(text) ?? [];
		if (name === undefined || value === undefined) {
			const why = "this is no line of a message's head: NAME: VALUE";
			await take(badLine({ file, line }, text, 0, why));
			return line;
		}
		if (isMarked && name.toLowerCase() === "alphabet" && UCS2.test(value)) {
			const start = text.length - value.length;
			await take(badLine({ file, line }, text, start, MARKED));
			return line;
		}
		headers.set(name.toLowerCase(), value);
		if (name.toLowerCase() === "sent") sentLine = { text, line };
	}
	const other = headers.get(sent ? "to" : "from");
	if (other === undefined) {
		const why = sent ? "there is no To:" : "there is no From:";
		await take(badLine({ file, line: Math.max(1, line) }, "", 0, why));
		return line;
	}
	const body = bytes.subarray(from);
	const alphabet = isMarked ? "UTF-8" : (headers.get("alphabet") ?? "ISO");
	const odd = oddIn(body, alphabet);
	if (odd !== null) {
		const shown = body.toString(UTF8.test(alphabet) ? "utf8" : "latin1");
		const before = shown.slice(0, odd.start).split("\n");
		const begin = odd.start - (before.at(-1) ?? "").length;
		const place = { file, line: line + before.length };
		const [own = ""] = shown.slice(begin).split("\n", 1);
		await take(badLine(place, own, odd.start - begin, odd.message));
		return line;
	}
	const at = sentLine === null ? null : instantIn(sentLine.text);
	if (sentLine !== null && at === null) {
		const start = /^\w+:\s*/.exec(sentLine.text)?.[0].length ?? 0;
		await take(
			badLine({ file, line: sentLine.line }, sentLine.text, start, TIME),
		);
		return line;
	}
	const text = textIn(body, alphabet);
	await take(
		loneMessage(
			{ file, line: 1 },
			{
				id: baseName(file),
				text,
				from: sent ? null : international(other),
				at,
				replies: null,
			},
		),
	);
	return line;
}

/** Where the text of a message is none in its alphabet; null where it is. */
function oddIn(bytes: Buffer, alphabet: string): OddPlace | null {
	if (UTF8.test(alphabet)) return oddPlace(bytes);
	if (UCS2.test(alphabet)) {
		// An editor may have put a line end behind the last character.
		const isWhole = bytes.length % 2 === 0 || bytes.at(-1) === LF;
		return isWhole ? null : { start: 0, message: HALF };
	}
	const nul = bytes.indexOf(0);
	return nul === -1 ? null : { start: nul, message: NUL };
}

const LF = 10;
const BOM = Buffer.from("\uFEFF");
const UTF8 = /^UTF-?8$/i;
const UCS2 = /^(UCS2?|UNICODE|Chinese)$/i;
const MARKED = "the file was saved as UTF-8, which has spoilt a text in UCS-2";
const HALF = "half a character at the end: UCS-2 has two bytes for each";

function textIn(bytes: Buffer, alphabet: string): string {
	if (UCS2.test(alphabet))
		return Buffer.from(bytes.subarray(0, bytes.length & ~1))
			.swap16()
			.toString("utf16le");
	const encoding = UTF8.test(alphabet) ? "utf-8" : "iso-8859-15";
	return new TextDecoder(encoding).decode(bytes).replace(/\r?\n$/, "");
}

/** It writes numbers of other countries without their plus. */
function international(number: string): string {
	return /^\d{7,15}$/.test(number) && !number.startsWith("0")
		? `+${number}`
		: number;
}

/** `Sent: 26-11-30 12:00:00`, without a zone; null for any other line. */
function instantIn(line: string): number | null {
	const [, date, time] =
		/^\w+:\s*(\d\d-\d\d-\d\d) (\d\d:\d\d:\d\d)\s*$/.exec(line) ?? [];
	return instantOf(`20${date}T${time}`);
}

const TIME = "Sent: as 26-11-30 12:00:00";
