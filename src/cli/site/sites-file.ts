import { CsvError, parse } from "csv-parse/sync";
import { readText } from "../../store/read-text.ts";
import { InputError } from "../line/exit-code.ts";
import { unreadable } from "../line/failure.ts";

/** One site of a CSV. */
export interface SiteRow {
	/** The column `site`, else the number of the row. */
	readonly name: string;
	/** On which line of the file it ends. */
	readonly line: number;
	/** Every column by its name. */
	readonly columns: ReadonlyMap<string, string>;
}

/**
 * The rows of a CSV with a header: commas or semicolons, quotes, a byte order mark.
 * @throws InputError with the line that is wrong
 */
export async function readSites(file: string): Promise<readonly SiteRow[]> {
	const text = await readText(file).catch((error) => {
		throw unreadable(file, error);
	});
	const [header = ""] = text.split("\n", 1);
	const semicolons = header.split(";").length > header.split(",").length;
	try {
		const rows: { record: Record<string, string>; info: { lines: number } }[] =
			parse(text, {
				...{ bom: true, columns: distinct, info: true, trim: true },
				skip_empty_lines: true,
				delimiter: semicolons ? ";" : ",",
			});
		if (rows.length === 0) throw new InputError(`${file}: there are no sites`);
		return rows.map(({ record, info }, at) => ({
			name: record.site || `${at + 1}`,
			line: info.lines,
			columns: new Map(Object.entries(record)),
		}));
	} catch (error) {
		if (error instanceof DoubleColumnError)
			throw new InputError(`${file}:1: ${error.message}`);
		if (!(error instanceof CsvError)) throw error;
		throw new InputError(`${file}:${placeOf(error)}: ${ruleOf(error)}`);
	}
}

function fieldsIn(record: unknown): string {
	return Array.isArray(record) ? `${record.length}` : "another number";
}

/** Two columns have one name, and one would hide the other. */
class DoubleColumnError extends Error {}

/** @throws DoubleColumnError */
function distinct(names: readonly string[]): string[] {
	const twice = names.find((name, at) => names.indexOf(name) < at);
	if (twice !== undefined)
		throw new DoubleColumnError(`two columns are named ${twice}`);
	return [...names];
}

function placeOf(error: CsvError): string {
	return String(error.lines ?? 1);
}

function ruleOf(error: CsvError): string {
	const { record, columns, code } = error;
	if (
		code === "CSV_RECORD_INCONSISTENT_COLUMNS" ||
		code === "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH"
	)
		return `the line has ${fieldsIn(record)} fields, and the header ${fieldsIn(columns)}`;
	return code === "CSV_QUOTE_NOT_CLOSED"
		? "a quote is not closed"
		: "this is not CSV: a quote stands inside a field";
}
