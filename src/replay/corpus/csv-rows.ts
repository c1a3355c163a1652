import type { CsvError } from "csv-parse";
import type { Content } from "./content.ts";
import { refuseUtf16 } from "./encoding.ts";
import { RowBytes } from "./row-bytes.ts";

/** Longest row, in characters. */
const LONGEST_ROW = 1024 * 1024;

/** A row of a CSV. */
export interface CsvRow {
	readonly fields: readonly string[];
	/** Where it begins, counted from 1. */
	readonly line: number;
	/** As it stands in the file, its line end with it. */
	readonly bytes: Buffer;
}

/** What no row can be read of, and why. */
export interface CsvFault {
	readonly code: CsvError["code"];
	readonly line: number;
	/** From where the row begins, as far as it was read. */
	readonly bytes: Buffer;
}

/**
 * Reads the rows of a CSV in order. Empty lines are none.
 * @param take gets false to stop
 * @returns the fault behind the last row, null where there is none, and the number of
 *   lines
 * @throws what the system says where the file cannot be read
 * @throws NoCorpusError for a file of UTF-16
 */
export async function eachCsvRow(
	content: Content,
	take: (row: CsvRow) => boolean | Promise<boolean>,
): Promise<{ readonly fault: CsvFault | null; readonly lines: number }> {
	const { CsvError, parse } = await import("csv-parse");
	const waiting: { fields: readonly string[]; end: number }[] = [];
	const parser = parse({
		bom: true,
		relax_column_count: true,
		skip_empty_lines: true,
		max_record_size: LONGEST_ROW,
		record_delimiter: ["\r\n", "\n", "\r"],
		// What a stream hands on is lost where a later row is wrong.
		on_record(fields: string[], { bytes }) {
			waiting.push({ fields, end: bytes });
			return null;
		},
	});
	let broken: unknown = null;
	parser.on("error", (error) => {
		broken ??= error;
	});
	parser.resume();
	const rows = new RowBytes();
	const handOver = async (): Promise<boolean> => {
		for (const { fields, end } of waiting.splice(0)) {
			const { line, bytes } = rows.upTo(end);
			const taken = take({ fields, line, bytes });
			if (!(typeof taken === "boolean" ? taken : await taken)) return false;
		}
		return true;
	};
	const written = (write: (done: (error?: unknown) => void) => void) =>
		new Promise<void>((resolve) =>
			write((error) => {
				broken ??= error ?? null;
				resolve();
			}),
		);
	let isFirst = true;
	for await (const chunk of content.chunks()) {
		if (isFirst) refuseUtf16(content.file, chunk);
		isFirst = false;
		rows.add(chunk);
		await written((done) => parser.write(chunk, done));
		if (!(await handOver())) return { fault: null, lines: rows.lines };
		if (broken !== null) break;
	}
	if (broken === null) await written((done) => parser.end(done));
	if (!(await handOver()) || broken === null)
		return { fault: null, lines: rows.lines };
	if (!(broken instanceof CsvError)) throw broken;
	const { line, bytes } = rows.rest();
	return { fault: { code: broken.code, line, bytes }, lines: rows.lines };
}
