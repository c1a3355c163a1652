import { shown } from "../../../grammar/message/terminal-text.ts";

/** Text that is HTML already. Made by `html` only. */
export class Html {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

/** What can stand in a place of a template; a list stands there one after the other. */
type Value = string | number | Html | null | readonly Value[];

/**
 * HTML out of a template. Whatever is put in is text and is escaped, in an
 * element and in a quoted attribute alike; invisible characters become visible
 * ones. Null is nothing.
 */
export function html(
	strings: TemplateStringsArray,
	...values: readonly Value[]
): Html {
	let text = strings[0] ?? "";
	for (const [at, value] of values.entries())
		text += markup(value) + (strings[at + 1] ?? "");
	return new Html(text);
}

function markup(value: Value): string {
	if (value === null) return "";
	if (value instanceof Html) return value.text;
	if (typeof value === "object") return value.map(markup).join("");
	return String(value)
		.split("\n")
		.map(shown)
		.join("\n")
		.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
