import { Readable } from "node:stream";
import type { ExpectedReplies } from "../../conversation/conversation.ts";
import type { Found } from "../../conversation/located.ts";
import { literally } from "../../conversation/pattern.ts";
import { instantOf } from "../../time/instant.ts";
import { unpackedName } from "./byte-source.ts";
import type { Content, Take } from "./content.ts";
import { NUL } from "./encoding.ts";
import { lineEnd, lineText } from "./lines.ts";
import { badLine, baseName, loneMessage } from "./lone-message.ts";
import { columnTwice, type Reading } from "./reading.ts";

/** Longest row, in characters. */
const LONGEST_ROW = 1024 * 1024;

interface Row {
	readonly record: readonly string[];
	readonly info: { readonly lines: number };
}

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
	const { CsvError, parse } = await import("csv-parse");
	const { file } = content;
	const parser = Readable.from(content.chunks()).compose(
		parse({
			...{ bom: true, info: true, relax_column_count: true },
			...{ skip_empty_lines: true, max_record_size: LONGEST_ROW },
		}),
	);
	let columns = given;
	let lines = 0;
	try {
		for await (const { record, info } of parser as AsyncIterable<Row>) {
			// A text in quotes may have several lines; the row begins behind the last.
			const line = lines + 1;
			lines = info.lines;
			if (columns === null) {
				columns = record.map((name) => name.trim().toLowerCase());
				const fault = headFault(columns);
				if (fault === null) continue;
				const [at, why] = fault;
				const start = startOf(record, at);
				await take(badLine({ file, line }, record.join(), start, why));
				return lines;
			}
			if (!(await take(messageIn(file, line, columns, record)))) break;
		}
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const isOpen = error.code === "CSV_QUOTE_NOT_CLOSED";
		const line = isOpen ? lines + 1 : Number(error.lines ?? lines + 1);
		const text = await lineAt(content, line);
		// The parser tells the field and not the character.
		const wrong = (isOpen ? /(?:^|,)"/ : /[^,"]"/).exec(text);
		const start = wrong === null ? 0 : wrong.index + wrong[0].length - 1;
		await take(badLine({ file, line }, text, start, ruleOf(error.code)));
	}
	return lines;
}

/** A line once more, where the corpus can be read again. */
async function lineAt(content: Content, wanted: number): Promise<string> {
	if (!(await content.comesAgain())) return "";
	let line = 1;
	let found = "";
	await content.eachStretch((lines) => {
		for (let from = 0; from < lines.length && line <= wanted; line += 1) {
			const end = lineEnd(lines, from);
			if (line === wanted) found = lineText(lines, from, end);
			from = end + 1;
		}
		return line <= wanted;
	});
	return found;
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
	line: number,
	columns: readonly string[],
	record: readonly string[],
): Found {
	const shown = record.join();
	const fault = (message: string, column = 0) =>
		badLine({ file, line }, shown, startOf(record, column), message);
	if (record.length !== columns.length)
		return fault(
			`${record.length} ${record.length === 1 ? "field" : "fields"}, and not ${columns.length}`,
		);
	const nul = shown.indexOf("\0");
	if (nul !== -1) return badLine({ file, line }, shown, nul, NUL);
	const place = (name: string) => columns.indexOf(name);
	const value = (name: string) => record[place(name)] ?? null;
	const text = value("text");
	if (text === null) return fault(NO_TEXT);
	const time = value("time");
	const at = time === null || time === "" ? null : instantIn(time);
	if (at === "none")
		return fault(
			`time: ISO 8601 as 2026-11-30T12:00:00Z, or seconds since 1970, not ${time}`,
			place("time"),
		);
	const id = value("id") || `${baseName(unpackedName(file))}:${line}`;
	const from = value("from") || null;
	return loneMessage(
		{ file, line },
		{ id, text, from, at, replies: repliesIn(value("expected")) },
	);
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

function startOf(record: readonly string[], column: number): number {
	const before = record.slice(0, Math.max(0, column));
	return before.reduce((sum, field) => sum + field.length + 1, 0);
}

function ruleOf(code: string): string {
	if (code === "CSV_QUOTE_NOT_CLOSED") return "a quote is not closed";
	return code === "CSV_MAX_RECORD_SIZE"
		? "a row of more than a million characters"
		: "this is not CSV: a quote stands inside a field";
}
