import { characterName } from "../../grammar/message/character-name.ts";
import type { Diagnostic } from "../../grammar/message/diagnostic.ts";

/** Where something stands right behind the command word, which character that is. */
export function namingStray(
	text: string,
	diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
	return diagnostics.map((diagnostic) => {
		if (diagnostic.code !== "message/stray") return diagnostic;
		const start = text.slice(0, diagnostic.start).trimEnd().length;
		const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
		return {
			...diagnostic,
			message: `${diagnostic.message}, this is ${characterName(character)}`,
			start,
			end: start + character.length,
		};
	});
}
