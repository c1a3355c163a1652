import { createContext, Script } from "node:vm";
import { SlowPatternError } from "../../conversation/glob.ts";
import type { FindRegex } from "../../conversation/pattern.ts";

/** Milliseconds: a thousand times what any reasonable expression takes. */
const LONGEST = 1000;

const place: { regex: RegExp | null; text: string } = { regex: null, text: "" };
const context = createContext(place);
const script = new Script("regex.exec(text)");

/**
 * Finds a regular expression in a text. Some take longer than anybody waits, and
 * node can interrupt one only in a script with a time limit.
 * @throws SlowPatternError
 */
export const boundedFind: FindRegex = (regex, text) => {
	place.regex = regex;
	place.text = text;
	try {
		return script.runInContext(context, { timeout: LONGEST });
	} catch (error) {
		if (!isTimeOut(error)) throw error;
		throw new SlowPatternError(
			`pattern: ${regex} was not found within ${LONGEST / 1000} s`,
		);
	}
};

/** The error is one of the script's own world, where `Error` is another. */
function isTimeOut(error: unknown): boolean {
	return (
		typeof error === "object" &&
		error !== null &&
		"code" in error &&
		error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
	);
}
