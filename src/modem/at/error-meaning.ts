/** What an error code of a modem means. */
export interface ErrorMeaning {
	/** In the standard's words, as `AT+CMEE=2` makes a modem say it. */
	readonly name: string;
	/** What a person can do about it. */
	readonly advice: string;
	/** Whether the same command may work a little later, with nobody doing anything. */
	readonly passing: boolean;
}

/** A row of a table: `passing` is left out where it is not. */
export type ErrorRow = readonly [
	code: number,
	name: string,
	advice: string,
	passing?: "passing",
];

/** Rows to a table. */
export function errorTable(
	rows: readonly ErrorRow[],
): ReadonlyMap<number, ErrorMeaning> {
	return new Map(
		rows.map(([code, name, advice, passing]) => [
			code,
			{ name, advice, passing: passing === "passing" },
		]),
	);
}
