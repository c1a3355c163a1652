import type { Found } from "../../conversation/located.ts";
import { oddPlace } from "../../store/read-text.ts";
import { instantOf } from "../../time/instant.ts";
import { unpackedName } from "./byte-source.ts";
import type { Content, Take } from "./content.ts";
import { lineEnd, lineText } from "./lines.ts";
import { badLine, baseName, loneMessage } from "./lone-message.ts";
import type { Reading } from "./reading.ts";

/** Messages whose parts have not all come; more are too many to wait for. */
const MOST_OPEN = 1000;

/** A section: one SMS, which may be a part of a message. */
interface Section {
	readonly line: number;
	readonly values: Map<
		string,
		{ readonly value: string; readonly line: number; readonly raw: string }
	>;
}

/**
 * Reads what `gammu backupsms` writes (gammu-smsbackup(5)): an ini file with a
 * section for each SMS, its text as hexadecimal UCS-2.
 * @returns the number of lines
 */
export async function readGammu(
	content: Content,
	take: Take,
	{ sent }: Reading,
): Promise<number> {
	const { file } = content;
	const messages = new GammuMessages(file, sent);
	let section: Section | null = null;
	let line = 0;
	let goesOn = true;
	const close = async () => {
		const found = section === null ? null : messages.of(section);
		section = null;
		if (found !== null) goesOn = await take(found);
	};
	await content.eachStretch(async (lines) => {
		for (let from = 0; from < lines.length && goesOn; ) {
			const end = lineEnd(lines, from);
			const text = lineText(lines, from, end);
			const bytes = lines.subarray(from, end);
			from = end + 1;
			line += 1;
			if (/^\s*([;#].*)?$/.test(text)) continue;
			const odd = oddPlace(bytes);
			if (odd !== null) {
				const { start, message } = odd;
				goesOn = await take(badLine({ file, line }, text, start, message));
				continue;
			}
			if (/^\[.*\]\s*$/.test(text)) {
				await close();
				if (/^\[SMSBackup/i.test(text)) section = { line, values: new Map() };
				continue;
			}
			const [, name, value] = /^\s*(\w+)\s*=(.*)$/.exec(text) ?? [];
			if (name === undefined || value === undefined) {
				const why = "this is no line of a backup: NAME = VALUE";
				goesOn = await take(badLine({ file, line }, text, 0, why));
				continue;
			}
			section?.values.set(name.toLowerCase(), {
				line,
				raw: text,
				value: value.trim().replace(/^"(.*)"$/, "$1"),
			});
		}
		return goesOn;
	});
	if (goesOn) await close();
	if (goesOn)
		for (const found of messages.unfinished()) if (!(await take(found))) break;
	return line;
}

class GammuMessages {
	private readonly file: string;
	private readonly sent: boolean;
	/** Parts by the number of the other side, the reference and the count. */
	private readonly open = new Map<
		string,
		{ readonly first: Section; readonly texts: (string | undefined)[] }
	>();

	constructor(file: string, sent: boolean) {
		this.file = file;
		this.sent = sent;
	}

	/** The message that a section is, or completes; or what is wrong with it. */
	of(section: Section): Found | null {
		const { values, line } = section;
		const pdu = values.get("pdu")?.value ?? "Deliver";
		if (pdu !== (this.sent ? "Submit" : "Deliver")) return null;
		let hex = "";
		for (let at = 0; ; at += 1) {
			const part = values.get(`text${String(at).padStart(2, "0")}`);
			if (part === undefined) break;
			const wrong = /[^0-9a-f]/i.exec(part.value);
			if (wrong !== null || part.value.length % 4 !== 0)
				return badLine(
					{ file: this.file, line: part.line },
					part.raw,
					part.raw.indexOf(part.value) + (wrong?.index ?? part.value.length),
					"four hexadecimal digits for each character",
				);
			hex += part.value;
		}
		const text = Buffer.from(hex, "hex").swap16().toString("utf16le");
		const part = partIn(values.get("udh")?.value ?? "");
		if (part === null) {
			if (hex !== "") return this.message(section, text);
			return badLine(
				{ file: this.file, line },
				"[SMSBackup…]",
				0,
				"a section without Text00",
			);
		}
		const number = values.get("number")?.value ?? "";
		const key = `${number} ${part.reference} ${part.count}`;
		const known = this.open.get(key) ?? {
			first: section,
			texts: Array(part.count).fill(undefined),
		};
		known.texts[part.number - 1] = text;
		this.open.set(key, known);
		if (known.texts.some((each) => each === undefined)) {
			if (this.open.size <= MOST_OPEN) return null;
			this.open.delete(key);
			return this.incomplete(known.first);
		}
		this.open.delete(key);
		return this.message(known.first, known.texts.join(""));
	}

	/** What is said of messages whose parts are missing. */
	unfinished(): readonly Found[] {
		return Array.from(this.open.values(), ({ first }) =>
			this.incomplete(first),
		);
	}

	private incomplete({ line }: Section): Found {
		const why = "parts of this message are missing";
		return badLine({ file: this.file, line }, "[SMSBackup…]", 0, why);
	}

	private message({ line, values }: Section, text: string): Found {
		const number = values.get("number")?.value ?? "";
		const time = values.get("datetime");
		const at = time === undefined ? null : instantIn(time.value);
		if (time !== undefined && at === null)
			return badLine(
				{ file: this.file, line: time.line },
				time.raw,
				/^[^=]*=\s*/.exec(time.raw)?.[0].length ?? 0,
				"DateTime: as 20261130T120000",
			);
		return loneMessage(
			{ file: this.file, line },
			{
				id: `${baseName(unpackedName(this.file))}:${line}`,
				text,
				// What was sent went to the number.
				from: this.sent || number === "" ? null : number,
				at,
				replies: null,
			},
		);
	}
}

/** `20261130T120000`, perhaps with a Z; null for any other text. */
function instantIn(text: string): number | null {
	const iso = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z?$/;
	return iso.test(text)
		? instantOf(text.replace(iso, "$1-$2-$3T$4:$5:$6"))
		: null;
}

/** Which part of which message a user data header names; null for a whole message. */
function partIn(udh: string) {
	const [, reference, count, number] =
		/^050003(..)(..)(..)$/i.exec(udh) ??
		/^060804(....)(..)(..)$/i.exec(udh) ??
		[];
	if (reference === undefined) return null;
	const part = {
		reference,
		count: Number.parseInt(count ?? "", 16),
		number: Number.parseInt(number ?? "", 16),
	};
	return part.number >= 1 && part.number <= part.count ? part : null;
}
