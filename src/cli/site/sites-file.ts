import { CsvError, parse } from "csv-parse/sync";
import { readText } from "../../store/read-text.ts";
import { InputError, UsageError } from "../line/exit-code.ts";
import { unreadable } from "../line/failure.ts";

/** One site of a CSV, and what its columns and the command line say of it. */
export interface SiteRow {
	/** The column `site`, else the number of the row. */
	readonly name: string;
	/** What stands for `{{name}}`. */
	variable(name: string): string | undefined;
	readonly from: string | undefined;
	readonly number: string | undefined;
	readonly keyword: string | undefined;
	readonly code: string | undefined;
}

/** What a command line says of every site of a CSV. */
export interface SaidOfSites {
	readonly variables: ReadonlyMap<string, string>;
	readonly from?: string | undefined;
	readonly keyword?: string | undefined;
	/** Of one panel only: it is refused, as a code for all would be tried at every panel. */
	readonly code?: string | undefined;
	readonly number?: string | undefined;
}

/**
 * Does something for every site of a CSV, in its order.
 * @throws UsageError for what cannot be said of all of them, InputError with the first
 *   line that is wrong, whether it cannot be read or `use` refuses it
 */
export async function eachSite<T>(
	file: string,
	said: SaidOfSites,
	use: (row: SiteRow) => Promise<T>,
): Promise<readonly T[]> {
	for (const option of ["number", "code"] as const)
		if (said[option] !== undefined)
			throw new UsageError(
				`--${option} is for one site; a CSV has a column for it`,
			);
	const results: T[] = [];
	const names = new Set<string>();
	for (const { line, columns } of await rowsOf(file)) {
		const double = [...said.variables.keys()].find((name) => columns.has(name));
		if (double !== undefined)
			throw new UsageError(`--var ${double}: ${file} has a column for it`);
		const column = (name: string) => columns.get(name) || undefined;
		const name = column("site") ?? `${names.size + 1}`;
		const wrong = (rule: string) =>
			new InputError(`${file}:${line}: site ${name}: ${rule}`);
		if (names.has(name)) throw wrong("another row has the same name");
		names.add(name);
		const row: SiteRow = {
			name,
			variable: (each) => columns.get(each) ?? said.variables.get(each),
			from: column("from") ?? said.from,
			number: column("number"),
			keyword: column("keyword") ?? said.keyword,
			code: column("code"),
		};
		const used = use(row).catch((error) => {
			throw error instanceof Error ? wrong(error.message) : error;
		});
		results.push(await used);
	}
	return results;
}

/** A row of a CSV. */
interface CsvRow {
	/** On which line of the file it ends. */
	readonly line: number;
	readonly columns: ReadonlyMap<string, string>;
}

/**
 * The rows of a CSV with a header: commas, semicolons or tabs, quotes, a byte order mark.
 * @throws InputError with the line that is wrong
 */
async function rowsOf(file: string): Promise<readonly CsvRow[]> {
	const text = await readText(file).catch((error) => {
		throw unreadable(file, error);
	});
	const [header = ""] = text.split("\n", 1);
	const columnsBy = (sign: string) => header.split(sign).length;
	const delimiter = [",", ";", "\t"].reduce((best, sign) =>
		columnsBy(sign) > columnsBy(best) ? sign : best,
	);
	try {
		const rows: { record: Record<string, string>; info: { lines: number } }[] =
			parse(text, {
				bom: true,
				columns: distinct,
				info: true,
				trim: true,
				skip_empty_lines: true,
				delimiter,
			});
		if (rows.length === 0) throw new InputError(`${file}: there are no sites`);
		return rows.map(({ record, info }) => ({
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
