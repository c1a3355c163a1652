import { interpret } from "../../firmware/answer/interpret.ts";
import type { LanguageCommand } from "../../models/language/language-command.ts";
import type { Model } from "../../models/model.ts";

/** Another message that a text becomes when a key is missed or hit twice. */
export interface Slip {
	readonly text: string;
	readonly command: LanguageCommand;
}

/** Longest text that is looked at: that of one SMS. */
const LONGEST = 160;

/**
 * What a message of another maker's panel becomes by one slip of the thumb, as far as
 * that does something else that cannot be taken back by asking again: each such
 * command once.
 */
export function dangerousSlips(model: Model, text: string): readonly Slip[] {
	const { language } = model;
	const said = text.trim();
	if (language === null || said.length > LONGEST) return [];
	const code = model.dialect.read(said)?.code.text;
	const meant = commandOf(said);
	if (meant === null) return [];
	const slips = new Map<string, Slip>();
	for (let at = 0; at < said.length; at += 1)
		for (const other of [
			said.slice(0, at) + said.slice(at + 1),
			said.slice(0, at) + said.charAt(at) + said.slice(at),
		]) {
			const command = commandOf(other);
			if (command === null || command === meant) continue;
			const { word } = command.spec;
			if (command.row.class !== "asks" && !slips.has(word))
				slips.set(word, { text: other, command });
		}
	return [...slips.values()];

	function commandOf(written: string): LanguageCommand | null {
		const message = model.dialect.read(written);
		if (message === null || language === null) return null;
		// Under another code nothing is done.
		if (message.code.text !== code) return null;
		const { command, diagnostics } = interpret(model, message, written);
		if (diagnostics !== null) return null;
		return (
			language.commands.find(({ spec }) => spec.word === command.spec.word) ??
			null
		);
	}
}
