import { phrasesIn } from "../../commands/plain/phrases/languages.ts";
import { local, type PanelEvent } from "../../panel/state/event.ts";
import { languageOf, type Person } from "../../panel/state/remote-access.ts";
import type { PanelState } from "../../panel/state/state.ts";

/** The event that texts a person, in the person's language, that texts arrive. */
export function phoneTest(
	{ remote }: PanelState,
	person: Person,
): PanelEvent & { readonly type: "test-phone" } {
	const { phoneTest: text } = phrasesIn[languageOf(remote, person)];
	return { type: "test-phone", person: person.id, text, by: local };
}
