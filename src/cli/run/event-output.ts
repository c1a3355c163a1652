import { complain, print, printJsonLine } from "../line/print.ts";

/** Most bytes that may wait for a reader who has stopped reading. */
const MOST_WAITING = 1_000_000;

/*
 * What happens at a panel, on stdout and stderr. A reader that is gone or does not
 * read must neither stop the panel nor fill its memory: lines are left out then.
 */

/** A line of the answer. */
export function printEvent(line: string): void {
	if (process.stdout.writableLength < MOST_WAITING) print(line);
}

/** A line beside the answer. */
export function complainOfEvent(line: string): void {
	if (process.stderr.writableLength < MOST_WAITING) complain(line);
}

/**
 * One JSON object on a line of its own, with the time at which it is printed.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function printEventJson(now: number, event: object): void {
	const at = new Date(now).toISOString();
	if (process.stdout.writableLength < MOST_WAITING)
		printJsonLine({ at, ...event });
}
