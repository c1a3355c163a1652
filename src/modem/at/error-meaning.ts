/**
 * When the same command may work:
 * - `passing`: a little later, with nobody doing anything;
 * - `lasting`: once somebody has put right what is wrong with modem, SIM or contract;
 * - `never`: what it asks for is refused, whoever asks and when.
 */
export type Outlook = "passing" | "lasting" | "never";

/** What an error code of a modem means. */
export interface ErrorMeaning {
	/** In the standard's words, as `AT+CMEE=2` makes a modem say it. */
	readonly name: string;
	/** What a person can do about it. */
	readonly advice: string;
	readonly outlook: Outlook;
}

/** A row of a table: `lasting` is left out. */
export type ErrorRow = readonly [
	code: number,
	name: string,
	advice: string,
	outlook?: Exclude<Outlook, "lasting">,
];

/** Rows to a table. */
export function errorTable(
	rows: readonly ErrorRow[],
): ReadonlyMap<number, ErrorMeaning> {
	const meaningIn = ([, name, advice, outlook]: ErrorRow): ErrorMeaning => {
		return { name, advice, outlook: outlook ?? "lasting" };
	};
	return new Map(rows.map((row) => [row[0], meaningIn(row)]));
}
