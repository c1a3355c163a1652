import { tableWidth } from "../../views/words/wrapped.ts";

/** Columns that a table on stdout may take: the terminal's, else what COLUMNS says. */
export function outputWidth(): number {
	const { columns } = process.stdout;
	const { COLUMNS } = process.env;
	return tableWidth(
		columns ?? (COLUMNS === undefined ? undefined : Number(COLUMNS)),
	);
}
