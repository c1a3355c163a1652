import { unpackedName } from "./byte-source.ts";
import { STDIN } from "./corpus-files.ts";

/** The forms of a corpus. */
export const corpusForms = [
	"transcript",
	"json-lines",
	"messages",
	"csv",
	"gammu",
	"smstools",
	"android",
] as const;

export type CorpusForm = (typeof corpusForms)[number];

/** The forms that hold what a phone has sent, too. */
export const sentForms = [
	"gammu",
	"smstools",
	"android",
] as const satisfies readonly CorpusForm[];

/** What a column of a CSV can be; others are passed over. */
export const csvColumns = ["id", "time", "from", "text", "expected"] as const;

/** A column that is named twice; null for none. */
export function columnTwice(columns: readonly string[]): string | null {
	const twice = csvColumns.find(
		(name) => columns.indexOf(name) !== columns.lastIndexOf(name),
	);
	return twice ?? null;
}

/** How files are read whose names do not say it all. Plain data. */
export interface Reading {
	/** Of every file; null for what the ending of its name says. */
	readonly form: CorpusForm | null;
	/** Names of a CSV's columns, in order; null where its first line has them. */
	readonly columns: readonly string[] | null;
	/** Whether what a phone has sent is taken, and not what came. */
	readonly sent: boolean;
}

export const usualReading: Reading = { form: null, columns: null, sent: false };

const endings: readonly (readonly [RegExp, CorpusForm])[] = [
	[/\.smst$/, "transcript"],
	[/\.(jsonl|ndjson)$/, "json-lines"],
	[/\.csv$/, "csv"],
	[/\.smsbackup$/, "gammu"],
	[/\.xml$/, "android"],
];

export function formOf(packed: string, { form }: Reading): CorpusForm {
	if (form !== null) return form;
	if (packed === STDIN) return "json-lines";
	const file = unpackedName(packed);
	return endings.find(([ending]) => ending.test(file))?.[1] ?? "messages";
}
