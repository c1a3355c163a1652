import type { Activity } from "../firmware/activity.ts";
import { noColors } from "./colors.ts";
import { drawn, ignoredText } from "./explain-entry.ts";

/**
 * Why a text was refused or not answered, for people, as a terminal says it: the
 * message with a caret under each fault and the form of its command, or the reason
 * of the silence.
 * @param forms how each command of the model is written, by word
 * @returns null for a text that was carried out
 */
export function whyOf(
	{ text, report, silence }: Extract<Activity, { type: "text" }>,
	forms: ReadonlyMap<string, string>,
): string | null {
	const { diagnostics, command } = report;
	if (diagnostics.length === 0) return null;
	if (silence !== null) return diagnostics.map(ignoredText).join("\n");
	const form = forms.get(command ?? "");
	return [
		...drawn(text, diagnostics, noColors),
		...(form === undefined ? [] : [form]),
	].join("\n");
}
