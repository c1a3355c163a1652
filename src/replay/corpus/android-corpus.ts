import type { Found } from "../../conversation/located.ts";
import { oddPlace } from "../../store/read-text.ts";
import { unpackedName } from "./byte-source.ts";
import type { Content, Take } from "./content.ts";
import { refuseUtf16, wholeCharacters } from "./encoding.ts";
import { badLine, baseName, loneMessage } from "./lone-message.ts";
import type { Reading } from "./reading.ts";

/** What Android calls a message that came, and one that was sent. */
const CAME = "1";
const SENT = "2";

/**
 * Reads the XML that SMS Backup & Restore writes: elements `sms` with address, date,
 * type and body. It is read as a stream, and entities that the file declares are
 * refused: there is nothing to expand.
 * @returns the number of lines
 */
export async function readAndroid(
	content: Content,
	take: Take,
	{ sent }: Reading,
): Promise<number> {
	const sax = (await import("sax")).default;
	const { file } = content;
	const parser = sax.parser(true, {});
	const found: Found[] = [];
	let isBroken = false;
	let began = 1;
	let isFirst = true;
	let root = { text: "", start: 0 };
	const given = new GivenLines();
	/** At the character that the parser has read last, if nothing else is said. */
	const bad = (why: string, start = Math.max(0, parser.column - 1)) => {
		isBroken = true;
		const text = given.line(parser.line);
		const place = { file, line: parser.line + 1 };
		found.push(badLine(place, text, start, why));
	};
	parser.onopentagstart = () => {
		began = parser.line + 1;
		if (!isFirst) return;
		const text = given.line(parser.line);
		root = {
			text,
			start: Math.max(0, text.lastIndexOf("<", parser.column - 1)),
		};
	};
	parser.ondoctype = () => {
		if (isBroken) return;
		const begins = given.line(parser.line).indexOf("<!DOCTYPE");
		bad(
			"a backup declares no document type",
			begins === -1 ? undefined : begins,
		);
	};
	parser.onopentag = ({ name, attributes }) => {
		if (isFirst && !isBroken && name !== "smses") {
			isBroken = true;
			const why = `this is no backup of SMS Backup & Restore: it begins with <${name}>, not <smses>`;
			found.push(badLine({ file, line: began }, root.text, root.start, why));
		}
		isFirst = false;
		const type = attributes.type;
		if (isBroken || name !== "sms" || type !== (sent ? SENT : CAME)) return;
		found.push(
			messageIn(file, began, attributes as Record<string, string>, sent),
		);
	};
	parser.onerror = (error) => {
		if (isBroken) return;
		const [why = ""] = error.message.split("\n");
		bad(
			why.startsWith("Max buffer length")
				? "a text of more than 65536 characters"
				: `this is not XML: ${why}`,
		);
	};
	const handOver = async () => {
		for (const each of found.splice(0)) if (!(await take(each))) return false;
		return !isBroken;
	};
	const emoji = new PairedEntities();
	// After a fault the parser throws.
	const write = (text: string) => {
		if (isBroken) return;
		given.add(text, parser.line);
		parser.write(text);
	};
	let isBeginning = true;
	for await (const chunk of wholeCharacters(content.chunks())) {
		if (isBeginning) refuseUtf16(file, chunk);
		isBeginning = false;
		const odd = oddPlace(chunk);
		const text = chunk.toString("utf8");
		write(emoji.joined(text.slice(0, odd?.start)));
		if (odd !== null) write(emoji.rest());
		if (odd !== null && !isBroken) {
			given.add(text.slice(odd.start), parser.line);
			bad(odd.message, parser.column);
		}
		if (!(await handOver())) return parser.line + 1;
	}
	write(emoji.rest());
	if (!isBroken) parser.close();
	await handOver();
	return parser.line + 1;
}

/** Most characters of a line that are kept to show it. */
const LONGEST_KEPT = 65_536;

/** The lines that the parser was given last, to show the one that is wrong. */
class GivenLines {
	private text = "";
	private first = 0;
	private isCut = false;

	/** @param line that it goes on with, counted from 0 */
	add(text: string, line: number): void {
		const end = this.text.lastIndexOf("\n");
		const begun = this.text.slice(end + 1);
		this.isCut = (this.isCut && end === -1) || begun.length > LONGEST_KEPT;
		this.text = this.isCut ? text : begun + text;
		this.first = line;
	}

	/** As far as it was given; "" for one that is too long. */
	line(line: number): string {
		const at = line - this.first;
		if (at === 0 && this.isCut) return "";
		return this.text.split("\n")[at]?.replace(/\r$/, "") ?? "";
	}
}

/**
 * Puts characters together that Android's programs write as two entities, one for
 * each half of an emoji (`&#55357;&#56832;`). XML has no such entities.
 */
class PairedEntities {
	private held = "";

	/** What comes next, but for what may be the first half of a pair. */
	joined(text: string): string {
		const all = this.held + text;
		const end = HALF_PAIR.exec(all)?.index ?? all.length;
		this.held = all.slice(end);
		return all
			.slice(0, end)
			.replace(PAIR, (_, high, low) => String.fromCharCode(high, low));
	}

	rest(): string {
		const { held } = this;
		this.held = "";
		return held;
	}
}

/** Surrogates by their numbers: 55296 to 56319, and 56320 to 57343. */
const HIGH = "5529[6-9]|55[3-9]\\d\\d|56[0-2]\\d\\d|563[01]\\d";
const LOW = "563[2-9]\\d|56[4-9]\\d\\d|57[0-2]\\d\\d|573[0-3]\\d|5734[0-3]";
const PAIR = new RegExp(`&#(${HIGH});&#(${LOW});`, "g");
const HALF_PAIR = new RegExp(`(?:&#(?:${HIGH});)?(?:&(?:#\\d{0,5})?)?$`);

function messageIn(
	file: string,
	line: number,
	attributes: Readonly<Record<string, string>>,
	sent: boolean,
): Found {
	const { body, address = "", date = "" } = attributes;
	if (body === undefined)
		return badLine({ file, line }, "<sms …>", 0, "an sms without a body");
	const at = date === "" ? null : Number(date);
	if (!/^\d{0,14}$/.test(date))
		return badLine(
			{ file, line },
			"<sms …>",
			0,
			`date: milliseconds since 1970, not ${date}`,
		);
	return loneMessage(
		{ file, line },
		{
			id: `${baseName(unpackedName(file))}:${line}`,
			text: body,
			from: sent || address === "" ? null : address,
			at,
			replies: null,
		},
	);
}
