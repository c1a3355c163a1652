import { isUtf8 } from "node:buffer";
import type { Conversation } from "../../conversation/conversation.ts";
import type { Found } from "../../conversation/located.ts";
import {
	readEvent as panelEvent,
	type ReadEvent,
} from "../../conversation/read-event.ts";
import type { OddLines } from "../../conversation/read-transcript.ts";
import { type OddPlace, oddPlace } from "../../store/read-text.ts";
import { unpackedName } from "./byte-source.ts";
import {
	bytesContent,
	type Content,
	fileContent,
	type Take,
} from "./content.ts";
import { JsonScanner } from "./json-scanner.ts";
import { type ByteRange, lineEnd, lineText } from "./lines.ts";
import { badLine } from "./lone-message.ts";
import { formOf, type Reading, usualReading } from "./reading.ts";
import { scanConversation } from "./scan-conversation.ts";

/**
 * Hands over what a file holds, in order, as a stream where its form allows it.
 *
 * @param range of JSON Lines: only the lines that begin in it, counted from 1 on
 * @returns the number of lines
 * @throws what the system says where the file cannot be read
 */
export async function readCorpus(
	file: string,
	take: Take,
	readEvent: ReadEvent = panelEvent,
	range: ByteRange | null = null,
	reading: Reading = usualReading,
): Promise<number> {
	return await read(fileContent(file, range), take, readEvent, reading);
}

/**
 * The same of bytes that are at hand.
 * @param file names them: its ending says their form
 */
export async function readCorpusBytes(
	file: string,
	bytes: Buffer,
	take: Take,
	reading: Reading,
): Promise<number> {
	return await read(bytesContent(file, bytes), take, panelEvent, reading);
}

async function read(
	content: Content,
	take: Take,
	readEvent: ReadEvent,
	reading: Reading,
): Promise<number> {
	const { file } = content;
	switch (formOf(file, reading)) {
		case "transcript": {
			const { readTranscript } = await import(
				"../../conversation/read-transcript.ts"
			);
			const bytes = await content.whole();
			const text = bytes.toString("utf8");
			const odd = isUtf8(bytes) ? noOddLines : oddLines(bytes);
			for (const found of readTranscript(text, file, readEvent, odd))
				if (!(await take(found))) break;
			return 0;
		}
		case "json-lines":
			return readLines(content, (lines, number) =>
				readJsonLines(lines, file, number, take, readEvent),
			);
		case "messages":
			return readLines(content, (lines, number) =>
				readMessages(lines, file, number, take),
			);
		case "csv":
			return (await import("./csv-corpus.ts")).readCsv(content, take, reading);
		case "gammu":
			return (await import("./gammu-corpus.ts")).readGammu(
				...([content, take, reading] as const),
			);
		case "smstools":
			return (await import("./smstools-corpus.ts")).readSmstools(
				...([content, take, reading] as const),
			);
		case "android":
			return (await import("./android-corpus.ts")).readAndroid(
				...([content, take, reading] as const),
			);
	}
}

/**
 * @param read gets the number of the first line and gives the number of the next
 *   line to come, or null to stop
 */
async function readLines(
	content: Content,
	read: (lines: Buffer, number: number) => Promise<number | null>,
): Promise<number> {
	let number = 1;
	await content.eachStretch(async (lines) => {
		const next = await read(lines, number);
		number = next ?? number;
		return next !== null;
	});
	return number - 1;
}

async function readJsonLines(
	lines: Buffer,
	file: string,
	firstLine: number,
	take: Take,
	readEvent: ReadEvent,
): Promise<number | null> {
	if (!isUtf8(lines))
		return readOddLines(lines, firstLine, async (bytes, line) => {
			const odd = oddPlace(bytes);
			if (odd === null)
				return readJsonLines(bytes, file, line, take, readEvent);
			const { start, message } = odd;
			const text = lineText(bytes, 0, lineEnd(bytes, 0));
			const goesOn = await take(badLine({ file, line }, text, start, message));
			return goesOn ? line + 1 : null;
		});
	const text = lines.toString("utf8");
	const json = new JsonScanner(text);
	let line = firstLine;
	for (let from = 0; from < text.length; from = json.at, line += 1) {
		const conversation = scanConversation(json);
		let found: Found;
		if (conversation === null) {
			const lf = text.indexOf("\n", from);
			const end = lf === -1 ? text.length : lf;
			json.at = end + 1;
			const whole = text.slice(from, end).replace(/\r$/, "");
			if (whole.trim() === "") continue;
			found = await judged(whole, file, line, readEvent);
		} else found = located(conversation, file, line);
		const taken = take(found);
		// No promise where there is none to wait for: a million of them is time.
		if (!(typeof taken === "boolean" ? taken : await taken)) return null;
	}
	return line;
}

/** Lines of which some are no text, one by one. */
async function readOddLines(
	lines: Buffer,
	firstLine: number,
	read: (line: Buffer, number: number) => Promise<number | null>,
): Promise<number | null> {
	let number = firstLine;
	for (let from = 0; from < lines.length; ) {
		const end = lineEnd(lines, from) + 1;
		const next = await read(lines.subarray(from, end), number);
		if (next === null) return null;
		number = next;
		from = end;
	}
	return number;
}

const noOddLines: OddLines = new Map();

/** The lines of a transcript that are no UTF-8, counted from 0. */
function oddLines(bytes: Buffer): OddLines {
	const odd = new Map<number, OddPlace>();
	const from = bytes.indexOf(BOM) === 0 ? BOM.length : 0;
	for (let at = 0, begin = from; begin < bytes.length; at += 1) {
		const end = lineEnd(bytes, begin);
		const line = bytes.subarray(begin, end);
		const place = isUtf8(line) ? null : oddPlace(line);
		if (place !== null) odd.set(at, place);
		begin = end + 1;
	}
	return odd;
}

const BOM = Buffer.from("\uFEFF");

async function readMessages(
	lines: Buffer,
	file: string,
	firstLine: number,
	take: Take,
): Promise<number | null> {
	const name = unpackedName(file).replace(/^.*[/\\]/, "");
	const isOdd = lines.includes(0) || !isUtf8(lines);
	let line = firstLine;
	for (let from = 0; from < lines.length; line += 1) {
		const lf = lineEnd(lines, from);
		const message = lineText(lines, from, lf);
		const odd = isOdd ? oddPlace(lines.subarray(from, lf)) : null;
		from = lf + 1;
		if (odd === null && (message.trim() === "" || message.startsWith("# ")))
			continue;
		const taken = take(
			odd === null
				? located(lonely(`${name}:${line}`, message), file, line)
				: badLine({ file, line }, message, odd.start, odd.message),
		);
		if (!(typeof taken === "boolean" ? taken : await taken)) return null;
	}
	return line;
}

/** Checks a line against the schema. It takes long to load, and few corpora need it. */
let judge: Promise<typeof import("../../conversation/json-line.ts")> | null =
	null;

async function judged(
	text: string,
	file: string,
	line: number,
	readEvent: ReadEvent,
): Promise<Found> {
	judge ??= import("../../conversation/json-line.ts");
	const { readJsonLine } = await judge;
	const { conversation, fault } = readJsonLine(text, readEvent);
	return fault === null
		? located(conversation, file, line)
		: { located: null, fault: { ...fault, file, line } };
}

function located(
	conversation: Conversation,
	file: string,
	line: number,
): Found {
	return { located: { conversation, file, line, places: null }, fault: null };
}

/** A conversation of one message, without claims. */
function lonely(id: string, line: string): Conversation {
	const text = line.startsWith("> ") ? line.slice(2) : line;
	return {
		id,
		model: null,
		config: null,
		seed: null,
		source: null,
		tags: [],
		steps: [{ type: "sms", text, from: null, replies: null }],
	};
}
