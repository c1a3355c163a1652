import { shown } from "./terminal-text.ts";

/**
 * A text as one word of a command that a person may copy into a shell. It is
 * quoted where a shell would take a part of it for something else, and is safe
 * to print.
 */
export function shellWord(text: string): string {
	const printed = shown(text);
	return /^[\w@%+=:,./-]+$/.test(printed)
		? printed
		: `'${printed.replaceAll("'", "'\\''")}'`;
}
