import type { Diagnostic } from "../message/diagnostic.ts";
import { fault } from "../message/fault.ts";
import { namingLookalike } from "../message/lookalike.ts";
import type { Furthest } from "./furthest.ts";
import type { LayoutPlace } from "./layout.ts";
import type { PartRole } from "./part-role.ts";

/** How many things that were due are named. */
const NAMED = 6;

/**
 * Why a text is no message: the first place where it leaves the grammar, and what was
 * due there. The wording repeats no code.
 *
 * @param shape the form of all messages in one line
 */
export function explanation(
	text: string,
	{ at, due }: Furthest,
	shape: string,
): Diagnostic {
	if (text.trim() === "")
		return fault(
			{ start: 0, end: 0 },
			"empty",
			"the message is empty",
			`write ${shape}`,
		);
	const places = due.map(({ place }) => place);
	const [first] = places;
	const found = { start: at, end: Math.max(at, endOfRun(text, at)) };
	const diagnostic =
		first === undefined
			? fault(
					found,
					"end",
					"the end of the message is due here",
					`write ${shape}`,
				)
			: fault(found, partOf[first.role], dueText(places), `write ${shape}`);
	return namingLookalike(
		text,
		{ start: at, end: Math.min(at + 1, text.length) },
		diagnostic,
	);
}

const partOf: {
	readonly [R in PartRole]: "keyword" | "code" | "word" | "end";
} = {
	keyword: "keyword",
	code: "code",
	confirm: "word",
	word: "word",
	index: "word",
	ask: "word",
	slot: "end",
	mark: "word",
	stray: "end",
};

function dueText(places: readonly LayoutPlace[]): string {
	const names = [...new Set(places.map(nameOf))];
	const some = names.slice(0, NAMED).join(", ");
	if (names.length === 1) return `${some} is due here`;
	return `one of ${some}${names.length > NAMED ? " …" : ""} is due here`;
}

function nameOf({ role, label, lead }: LayoutPlace): string {
	switch (role) {
		case "keyword":
			return "keyword";
		case "code":
			return lead === "" ? "code" : `${lead} and the code`;
		case "word":
			return "command word";
		case "index":
			return "number";
		case "slot":
			return lead === "" ? label : `${JSON.stringify(lead)} and a parameter`;
		default:
			return JSON.stringify(label);
	}
}

/** The end of the characters other than blanks that stand at a place. */
function endOfRun(text: string, at: number): number {
	const end = text.slice(at).search(/[ \t\r\n]/);
	return end === -1 ? text.length : at + end;
}
