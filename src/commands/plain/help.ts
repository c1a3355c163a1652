import { fields } from "../../panel/state/fields.ts";
import { plainWordRows } from "../../panel/state/plain-words.ts";
import { mayDo } from "../../panel/state/remote-access.ts";
import { keepIfBlank, kept } from "../../parameters/parameter.ts";
import { oneSms } from "./one-sms.ts";
import { phraseNamed } from "./phrase.ts";
import {
	type Asking,
	definePlain,
	type PlainCommand,
} from "./plain-command.ts";
import { wordForm } from "./word-form.ts";

export const help = definePlain({
	word: "HELP",
	help: "List the words that the sender may use, or explain one.",
	source: "AndroidAPS SMS commands",
	synonyms: ["words", "commands", "how"],
	parameters: { topic: keepIfBlank(fields.helpTopic) },
	example: { topic: "ARM" },
	reply(asking, { topic }) {
		const { say, words, state } = asking;
		const asked = kept(topic) ?? "";
		if (asked === "") {
			const allowed = [...words.values()].filter((command) =>
				mayUse(asking, command),
			);
			return say.helpList(allowed.map(({ word }) => word).join(", "));
		}
		const command = phraseNamed(words, state.remote.aliases, asked);
		if (command === undefined) return say.noSuchWord(asked);
		const by = asking.confirmedBy(command.word);
		return oneSms(say, [
			`${wordForm(command, by)}: ${say.help[command.word]}`,
			say.confirmedBy[by],
		]);
	},
});

function mayUse({ person }: Asking, { word }: PlainCommand): boolean {
	const { right } = plainWordRows[word];
	return right === null || mayDo(person, right);
}
