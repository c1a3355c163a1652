import { drawCaret } from "../../grammar/message/caret.ts";
import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import { usage } from "../derive/usage.ts";
import type { JournalEntry } from "../firmware/answer/journal.ts";
import type { Model } from "../models/model.ts";
import type { Effect } from "../panel/state/effect.ts";
import type { Colors } from "./colors.ts";

/**
 * A journal entry for a person: carets under the faults, the reason of a
 * silence, or the effects. "" for any other entry.
 */
export function explainEntry(
	model: Model,
	entry: JournalEntry,
	colors: Colors,
): string {
	switch (entry.step) {
		case "refused":
			return refusal(model, entry.text, entry.word, entry.diagnostics, colors);
		case "ignored":
			return colors.yellow(ignoredText(entry.diagnostic));
		case "effects":
			return entry.effects.map(effectText).join("\n");
		default:
			return "";
	}
}

/** One effect, for people. */
export function effectText(effect: Effect): string {
	switch (effect.type) {
		case "scream":
			return "the panel beeps";
		case "locate":
			return "the panel is asked for its position; a simulated panel has none";
		case "reset-module":
			return "the panel's cellular module restarts";
		case "test":
			return "the panel tests itself";
		case "siren":
			return effect.on ? "the siren sounds" : "the siren stops";
		case "chime":
			return `the door of zone ${effect.zone} chimes`;
		case "beep":
			return "the keypad beeps";
	}
}

/** The message with a caret under each fault, and the command's usage. */
export function refusal(
	model: Model,
	text: string,
	word: string,
	diagnostics: readonly Diagnostic[],
	colors: Colors,
): string {
	const command = model.commands.get(word);
	const form = command === undefined ? [] : [usage(command)];
	return [...drawn(text, diagnostics, colors), ...form].join("\n");
}

/** The message with a caret under each fault, and its hint where there is one. */
export function drawn(
	text: string,
	diagnostics: readonly Diagnostic[],
	colors: Colors,
): readonly string[] {
	return diagnostics.map((diagnostic) => {
		const caret = drawCaret(text, diagnostic);
		return diagnostic.hint === null
			? caret
			: `${caret}\n${colors.dim(diagnostic.hint)}`;
	});
}

/** Why a text was not answered, with the hint where there is one. */
export function ignoredText({ message, hint }: Diagnostic): string {
	const line = `no answer: ${message}`;
	return hint === null ? line : `${line} (${hint})`;
}
