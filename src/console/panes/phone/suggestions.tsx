import type { Signal } from "@preact/signals";
import type { CommandEntry, MessageCheck } from "../../message/message-desk.ts";
import type { CommandList } from "../../store/command-list.ts";

/** Commands that are offered at once. */
const OFFERED = 5;

/** The commands whose word is being typed; a click writes the word. */
export function Suggestions({
	draft,
	commands,
	check,
}: {
	readonly draft: Signal<string>;
	readonly commands: CommandList;
	readonly check: MessageCheck | null;
}) {
	if (check?.usage) return null;
	const offered = offeredFor(draft.value, commands.all.value);
	if (offered.length === 0) return null;
	return (
		<ul class="suggestions" aria-label="Commands">
			{offered.map(({ command, text }) => (
				<li key={command.word}>
					<button
						type="button"
						title={command.help}
						onClick={() => {
							draft.value = text;
						}}
					>
						<code>{command.usage}</code> {command.help}
					</button>
				</li>
			))}
		</ul>
	);
}

/** Commands that begin with the last word of a text, and the text with that word whole. */
function offeredFor(text: string, commands: readonly CommandEntry[]) {
	const [, head = "", typed = ""] = /^(.*\s)?(\S*)$/s.exec(text) ?? [];
	if (head.trim() === "" || !/^[A-Z?]*$/.test(typed)) return [];
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
