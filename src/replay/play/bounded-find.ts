import { createContext, Script } from "node:vm";
import { SlowPatternError } from "../../conversation/glob.ts";

/** Milliseconds: a thousand times what any reasonable expression takes. */
const LONGEST = 1000;

const place: { regex: RegExp | null; text: string } = { regex: null, text: "" };
const context = createContext(place);
const script = new Script("regex.exec(text)");

/** The last expressions that took too long, each with its text. */
const givenUp = new Set<string>();
const MOST_GIVEN_UP = 100;

/**
 * Finds a regular expression in a text. Some take longer than anybody waits, and
 * node can interrupt one only in a script with a time limit. One that was given up
 * is not tried again in the same text: a million conversations may have it.
 * @param limit milliseconds
 * @throws SlowPatternError
 */
export function boundedFind(
	regex: RegExp,
	text: string,
	limit = LONGEST,
): RegExpExecArray | null {
	const tried = `${regex} ${text}`;
	if (givenUp.has(tried)) throw slow(regex, limit);
	place.regex = regex;
	place.text = text;
	try {
		return script.runInContext(context, { timeout: limit });
	} catch (error) {
		if (!isTimeOut(error)) throw error;
		const [oldest = ""] = givenUp;
		if (givenUp.size === MOST_GIVEN_UP) givenUp.delete(oldest);
		givenUp.add(tried);
		throw slow(regex, limit);
	}
}

function slow(regex: RegExp, limit: number): SlowPatternError {
	return new SlowPatternError(
		`pattern: ${regex} was not found within ${limit / 1000} s`,
	);
}

/** The error is one of the script's own world, where `Error` is another. */
function isTimeOut(error: unknown): boolean {
	return (
		typeof error === "object" &&
		error !== null &&
		"code" in error &&
		error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
	);
}
