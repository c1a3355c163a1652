import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import type { Activity } from "../firmware/activity.ts";
import { ignoredText } from "./explain-entry.ts";

/** Why a text was refused or not answered. */
export type TextWhy =
	| {
			readonly kind: "refused";
			/** The message, in which the diagnostics have their places. */
			readonly text: string;
			readonly diagnostics: readonly Diagnostic[];
			/** How its command is written; null where it is none that is known. */
			readonly form: string | null;
	  }
	| {
			readonly kind: "silence";
			/** For people, as a terminal says it. */
			readonly reason: string;
	  };

/**
 * Why a text was refused or not answered.
 * @param forms how each command of the model is written, by word
 * @returns null for a text that was carried out
 */
export function whyOf(
	{ text, report, silence }: Extract<Activity, { type: "text" }>,
	forms: ReadonlyMap<string, string>,
): TextWhy | null {
	const { diagnostics, command } = report;
	if (diagnostics.length === 0) return null;
	if (silence !== null) {
		const reason = diagnostics.map(ignoredText).join("\n");
		return { kind: "silence", reason };
	}
	const form = forms.get(command ?? "") ?? null;
	return { kind: "refused", text, diagnostics, form };
}
