import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import {
	demandModel,
	demandObject,
	demandOptions,
	demandText,
} from "../simulation/demand-text.ts";
import { composeMessage } from "../views/compose-message.ts";
import { factorySubject } from "../views/subject.ts";

export interface ComposeOptions {
	/**
	 * Name of a model: `vst-2752` (the default), `mz-8`, `cr200`, `mobile-mates`, or of
	 * another maker's panel, as `dsc`; docs/dialects lists those.
	 */
	readonly model?: string;
}

/** A message, what is wrong with it, and remarks for its writer. */
export interface ComposedText {
	readonly text: string;
	readonly diagnostics: readonly Diagnostic[];
	readonly remarks: readonly string[];
}

/**
 * Writes a message with a model's factory credentials:
 * `compose("USRS", { user: "1", pin: "4321" })`. An empty value is a blank; a field
 * that is left out becomes one if a later field is given.
 *
 * @throws TypeError for a word, a value or a model that is no text
 * @throws RangeError for a model, an option, a word or a field that there is not, and for a value
 *   that no message can carry
 */
export function compose(
	word: string,
	fields: Readonly<Record<string, string>> = {},
	options: ComposeOptions = {},
): ComposedText {
	demandText("compose", word);
	demandObject("compose: fields", fields);
	for (const [name, value] of Object.entries(fields))
		demandText(`compose: ${name}`, value);
	demandOptions("compose", options, ["model"]);
	const subject = factorySubject(demandModel(options.model));
	const given = Object.entries(fields).map(
		([name, value]) => `${name}=${value}`,
	);
	const composed = composeMessage(subject, word, given);
	if (!composed.ok) throw new RangeError(`compose: ${composed.reason}`);
	const { text, diagnostics, remarks } = composed;
	return { text, diagnostics, remarks };
}
