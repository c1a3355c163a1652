/** The parameters behind `+NAME:`, as modems write them (3GPP TS 27.007, 4). */

/**
 * Cut at the commas that stand in neither quotes nor brackets; each trimmed. A
 * name may hold quotation marks: one that ends it is followed by a comma, a
 * bracket or nothing.
 */
export function splitParameters(text: string): string[] {
	const parameters: string[] = [];
	let parameter = "";
	let quoted = false;
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '"') quoted = !quoted || !isStringEnd(text, at + 1);
		else if (!quoted && character === "(") depth += 1;
		else if (!quoted && character === ")") depth -= 1;
		if (character === "," && !quoted && depth <= 0) {
			parameters.push(parameter.trim());
			parameter = "";
		} else parameter += character;
	}
	return [...parameters, parameter.trim()];
}

function isStringEnd(text: string, from: number): boolean {
	let at = from;
	while (text.charAt(at) === " ") at += 1;
	return at >= text.length || ",)".includes(text.charAt(at));
}

/** The parameters with their quotes taken off; one left out is "". */
export function readParameters(text: string): string[] {
	return splitParameters(text).map(unquoted);
}

/**
 * `("SM","ME"),("SM"),("SM")` to `[["SM","ME"],["SM"],["SM"]]`. Some modems put
 * one more pair of brackets around all of it.
 */
export function readGroups(text: string): string[][] {
	const groups = splitParameters(text);
	const [only = ""] = groups;
	if (groups.length === 1 && /^\(\s*\(.*\)$/.test(only)) {
		return readGroups(only.slice(1, -1));
	}
	return groups.map((group) =>
		readParameters(group.replace(/^\(/, "").replace(/\)$/, "")),
	);
}

/** A whole number, or null for anything else. */
export function readNumber(parameter: string | undefined): number | null {
	return parameter !== undefined && /^\d{1,9}$/.test(parameter)
		? Number(parameter)
		: null;
}

/** What stands behind `+NAME:` in the first line that begins so, else null. */
export function answerTo(
	name: string,
	lines: readonly string[],
): string | null {
	const line = lines.find((line) => beginsWith(line, name));
	return line === undefined ? null : line.slice(name.length + 1).trim();
}

/** Whether a line begins with `name:`. */
export function beginsWith(line: string, name: string): boolean {
	return line.slice(0, name.length + 1).toUpperCase() === `${name}:`;
}

function unquoted(parameter: string): string {
	return parameter.replace(/^"/, "").replace(/"$/, "");
}
