import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import { MASK } from "../derive/secrets.ts";
import type { Activity } from "../firmware/activity.ts";
import type { PanelState } from "../panel/state/state.ts";
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
			/** Of the first diagnostic. */
			readonly code: string;
			/** For people. */
			readonly reason: string;
	  };

/**
 * Why a text was refused or not answered.
 * @param forms how each command of the model is written, by word
 * @returns null for a text that was carried out
 */
export function whyOf(
	{ text, report, silence, state }: Extract<Activity, { type: "text" }>,
	forms: ReadonlyMap<string, string>,
): TextWhy | null {
	const { diagnostics, command } = report;
	if (diagnostics.length === 0) return null;
	if (silence !== null) {
		const reason = diagnostics
			.map((each) => ignoredText({ ...each, hint: hintAt(state, each) }))
			.join("\n");
		return { kind: "silence", code: diagnostics[0]?.code ?? "", reason };
	}
	const form = forms.get(command ?? "") ?? null;
	return { kind: "refused", text, diagnostics, form };
}

/** The part of a hint that is a verb of the command line. */
const VERB = /(?:^|; )(?:config|people) .*$/;

/**
 * A hint where nobody has the command line at hand. Its verbs are about the panel on
 * file; of any other one, which hides no codes, the page may say them itself.
 */
function hintAt(
	{ credentials }: PanelState,
	{ code, message, hint }: Diagnostic,
): string | null {
	const verb = VERB.exec(hint ?? "");
	if (hint === null || verb === null) return hint;
	const { keyword, installerCode } = credentials;
	if (keyword === MASK)
		return hint.replace(/\b(config|people) /, "alarmpanel $&");
	const right =
		code === "credentials/keyword"
			? [keyword]
			: message.startsWith("installer code:")
				? [installerCode]
				: [];
	const others = hint.slice(0, verb.index);
	const told = [others, ...right.map((each) => `it is ${each}`)];
	return told.filter((each) => each !== "").join("; ") || null;
}
