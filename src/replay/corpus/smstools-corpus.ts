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
	let line = 0;
	let from = 0;
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
		headers.set(name.toLowerCase(), value);
	}
	const other = headers.get(sent ? "to" : "from");
	if (other === undefined) {
		const why = sent ? "there is no To:" : "there is no From:";
		await take(badLine({ file, line: Math.max(1, line) }, "", 0, why));
		return line;
	}
	const text = textIn(bytes.subarray(from), headers.get("alphabet") ?? "ISO");
	await take(
		loneMessage(
			{ file, line: 1 },
			{
				id: baseName(file),
				text,
				from: sent ? null : international(other),
				at: instantIn(headers.get("sent") ?? ""),
				replies: null,
			},
		),
	);
	return line;
}

function textIn(bytes: Buffer, alphabet: string): string {
	if (/^(UCS2?|UNICODE|Chinese)$/i.test(alphabet))
		return Buffer.from(bytes.subarray(0, bytes.length & ~1))
			.swap16()
			.toString("utf16le");
	const encoding = /^UTF-?8$/i.test(alphabet) ? "utf-8" : "iso-8859-15";
	return new TextDecoder(encoding).decode(bytes).replace(/\r?\n$/, "");
}

/** It writes numbers of other countries without their plus. */
function international(number: string): string {
	return /^\d{7,15}$/.test(number) && !number.startsWith("0")
		? `+${number}`
		: number;
}

/** `26-11-30 12:00:00`, without a zone. */
function instantIn(text: string): number | null {
	const date = /^(\d\d)-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text);
	const [, year, month, day, hour, minute, second] = (date ?? []).map(Number);
	return year === undefined
		? null
		: Date.UTC(2000 + year, (month ?? 1) - 1, day, hour, minute, second);
}
