/**
 * National languages of GSM-7 (3GPP TS 23.038, 6.2.1.2): the tables that a
 * header names by identifier. One that has no table there, because it is
 * reserved or is Spanish as a locking shift, leaves the default table in place.
 */
import {
	defaultAlphabet,
	defaultExtension,
	defaultTables,
	type Gsm7Tables,
	tablesFrom,
} from "./gsm7.ts";
import { lockingShifts } from "./national-locking-shift.ts";
import { singleShifts } from "./national-single-shift.ts";

/** What a national table stands for: the default alphabet, or its extension table. */
export type Shift = "locking" | "single";

// By national language identifier (6.2.1.2.4), from 1 on.
const languages = [
	"Turkish",
	"Spanish",
	"Portuguese",
	"Bengali",
	"Gujarati",
	"Hindi",
	"Kannada",
	"Malayalam",
	"Oriya",
	"Punjabi",
	"Tamil",
	"Telugu",
	"Urdu",
];

/** The language of a table; null where an identifier (0 to 255) has no such table. */
export function languageOf(shift: Shift, identifier: number): string | null {
	const tables = shift === "locking" ? lockingShifts : singleShifts;
	return tables.has(identifier) ? (languages[identifier - 1] ?? null) : null;
}

// Made when they are first named: most programs never see one.
const made = new Map<number, Gsm7Tables>();

/** The tables of national language identifiers (0 to 255); 0 is that of no language. */
export function nationalTables(locking: number, single: number): Gsm7Tables {
	const alphabet = lockingShifts.get(locking);
	const extension = singleShifts.get(single);
	if (alphabet === undefined && extension === undefined) return defaultTables;
	const key = (locking << 8) | single;
	const known = made.get(key);
	if (known !== undefined) return known;
	const tables = tablesFrom(
		alphabet ?? defaultAlphabet,
		extension ?? defaultExtension,
	);
	made.set(key, tables);
	return tables;
}
