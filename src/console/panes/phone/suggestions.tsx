import type { DiagnosticCode } from "../../../parameters/diagnostic-codes.ts";
import type { CommandEntry, MessageCheck } from "../../message/message-desk.ts";

/** Commands that are offered at once. */
const OFFERED = 5;

/** What is said where the command word is missing, or is none that there is. */
const WORD_IS_DUE: ReadonlySet<string> = new Set<DiagnosticCode>([
	"message/word",
	"message/unknown-word",
]);

/** A command, and the text with its word whole. */
interface Offer {
	readonly command: CommandEntry;
	readonly text: string;
}

/** The commands whose word is being typed; a click writes the word. */
export function Suggestions({
	offered,
	onChoose,
}: {
	readonly offered: readonly Offer[];
	/** Is given the text with its word whole. */
	readonly onChoose: (text: string) => void;
}) {
	if (offered.length === 0) return null;
	return (
		<ul class="suggestions" aria-label="Commands">
			{offered.map(({ command, text }) => (
				<li key={command.word}>
					<button
						type="button"
						title={command.help}
						onClick={() => onChoose(text)}
					>
						<code>{command.usage}</code> {command.help}
					</button>
				</li>
			))}
		</ul>
	);
}

/**
 * Commands of the panel's own language that begin with the last word of a text, and
 * the text with that word whole. None where something else than the word is wrong.
 */
export function offeredFor(
	check: MessageCheck | null,
	commands: readonly CommandEntry[],
): readonly Offer[] {
	const [fault] = check?.diagnostics ?? [];
	if (check === null || fault === undefined || !WORD_IS_DUE.has(fault.code))
		return [];
	const [, head = "", typed = ""] = /^(.*\s)?(\S*)$/s.exec(check.text) ?? [];
	const isBegun = /^[A-Z?]*$/.test(typed) && head.trim() !== "";
	if (!isBegun || fault.start < head.trimEnd().length) return [];
	return commands
		.filter(({ word }) => word.startsWith(typed) && word !== typed)
		.slice(0, OFFERED)
		.map((command) => {
			const { word, usage } = command;
			// What stands between the word and its first parameter is the language's.
			const [mark = ""] = usage.slice(word.length);
			return { command, text: `${head}${word}${mark}` };
		});
}
