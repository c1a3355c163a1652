import type { ExpectedReplies } from "../../conversation/conversation.ts";
import type { Found } from "../../conversation/located.ts";
import { literally } from "../../conversation/pattern.ts";
import { howMany } from "../../how-many.ts";
import { oddPlace } from "../../store/read-text.ts";
import { instantOf } from "../../time/instant.ts";
import { unpackedName } from "./byte-source.ts";
import type { Content, Take } from "./content.ts";
import { type CsvRow, eachCsvRow } from "./csv-rows.ts";
import { badLine, baseName, loneMessage } from "./lone-message.ts";
import { columnTwice, type Reading } from "./reading.ts";

/**
 * Reads a CSV: each row is a message of its own. Its columns are named in the first
 * line, or by whoever reads it.
 * @returns the number of lines
 */
export async function readCsv(
	content: Content,
	take: Take,
	{ columns: given }: Reading,
): Promise<number> {
	const { file } = content;
	let columns = given;
	const { fault, lines } = await eachCsvRow(content, async (row) => {
		const odd = oddPlace(row.bytes);
		if (odd !== null) {
			await take(wrong(file, row, odd.start, odd.message));
			// Without the names of the columns no row can be read.
			return columns !== null;
		}
		if (columns !== null) return await take(messageIn(file, columns, row));
		columns = row.fields.map((name) => name.trim().toLowerCase());
		const bad = headFault(columns);
		if (bad === null) return true;
		const [column, why] = bad;
		await take(wrong(file, row, placesIn(row).fields[column] ?? 0, why));
		return false;
	});
	if (fault !== null) {
		const { quote } = placesIn(fault);
		await take(wrong(file, fault, quote ?? 0, ruleOf(fault.code)));
	}
	return lines;
}

/** What is wrong at a place in a row, which may have several lines. */
function wrong(
	file: string,
	{ line, bytes }: Pick<CsvRow, "line" | "bytes">,
	start: number,
	message: string,
): Found {
	const text = bytes.toString("utf8");
	const before = text.slice(0, start).split("\n");
	const begin = start - (before.at(-1) ?? "").length;
	const [own = ""] = text.slice(begin).split(/\r?\n|\r$/, 1);
	const place = { file, line: line + before.length - 1 };
	return badLine(place, own, start - begin, message);
}

/**
 * Where the fields of a row begin, counted in characters from 0, and the first quote
 * that stands where none may, or is not closed.
 */
function placesIn({ bytes }: Pick<CsvRow, "bytes">): {
	readonly fields: readonly number[];
	readonly quote: number | null;
} {
	const text = bytes.toString("utf8");
	const fields = [0];
	let at = 0;
	for (;;) {
		if (text[at] === '"') {
			const begin = at;
			do at = text.indexOf('"', at + 1) + 1;
			while (at > 0 && text[at] === '"');
			if (at === 0) return { fields, quote: begin };
			// Behind it nothing but a comma or the line's end may stand.
			if (/[^,\r\n]/.test(text.charAt(at))) return { fields, quote: at - 1 };
		} else {
			while (/[^",\r\n]/.test(text.charAt(at))) at += 1;
			if (text[at] === '"') return { fields, quote: at };
		}
		if (text[at] !== ",") return { fields, quote: null };
		at += 1;
		fields.push(at);
	}
}

/** The column of a first line that is wrong, and why. */
function headFault(
	columns: readonly string[],
): readonly [number, string] | null {
	if (!columns.includes("text")) {
		const [head = ""] = columns;
		const other = columns.length === 1 ? /[;\t|]/.exec(head)?.[0] : undefined;
		return [0, other === undefined ? NO_TEXT : NO_COMMA];
	}
	const name = columnTwice(columns);
	if (name === null) return null;
	return [columns.lastIndexOf(name), `two columns are named ${name}`];
}

const NO_COMMA = "columns are separated by commas, as time,from,text";

const NO_TEXT =
	"the first line names no column text; --columns time,from,text,expected names them";

function messageIn(
	file: string,
	columns: readonly string[],
	row: CsvRow,
): Found {
	const { fields, line } = row;
	const place = (name: string) => columns.indexOf(name);
	const value = (name: string) => fields[place(name)] ?? null;
	if (fields.length !== columns.length)
		return wrong(file, row, 0, countFault(fields.length, columns.length));
	const text = value("text");
	if (text === null) return wrong(file, row, 0, NO_TEXT);
	const time = value("time");
	const at = time === null || time === "" ? null : instantIn(time);
	if (at === "none")
		return wrong(
			file,
			row,
			placesIn(row).fields[place("time")] ?? 0,
			`time: ISO 8601 as 2026-11-30T12:00:00Z, or seconds since 1970, not ${time}`,
		);
	const id = value("id") || `${baseName(unpackedName(file))}:${line}`;
	const from = value("from") || null;
	return loneMessage(
		{ file, line },
		{ id, text, from, at, replies: repliesIn(value("expected")) },
	);
}

function countFault(fields: number, columns: number): string {
	const told = `${howMany(fields, "field")}, and not ${columns}`;
	return fields > columns
		? `${told}; a text with a comma stands in quotes`
		: told;
}

/** An empty field expects silence; without the column nothing is claimed. */
function repliesIn(expected: string | null): ExpectedReplies {
	if (expected === null) return null;
	if (expected === "") return [];
	return [{ to: null, pattern: literally(expected) }];
}

function instantIn(text: string): number | "none" {
	if (/^\d{1,11}$/.test(text)) return Number(text) * 1000;
	return instantOf(text.replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T")) ?? "none";
}

function ruleOf(code: string): string {
	if (code === "CSV_QUOTE_NOT_CLOSED") return "a quote is not closed";
	return code === "CSV_MAX_RECORD_SIZE"
		? "a row of more than a million characters"
		: "this is not CSV: a quote stands inside a field";
}
