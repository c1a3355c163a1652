import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import type { Message } from "../../../grammar/message/message.ts";
import { type Change, changes } from "../../panel/state/changes.ts";
import type { Effect } from "../../panel/state/effect.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import type { Provenance } from "../../parameters/provenance.ts";
import type { PanelIdentity, ReceivedSms, Response } from "./response.ts";
import { whyIgnored } from "./silence-reasons.ts";

/** One step on the way of an SMS, as plain data: everything shown is told from these. */
export type JournalEntry =
	| { readonly step: "received"; readonly from: string; readonly text: string }
	| { readonly step: "read"; readonly message: Message }
	| {
			readonly step: "understood";
			readonly command: string;
			readonly provenance: Provenance;
			readonly args: Arguments;
	  }
	| { readonly step: "changed"; readonly changes: readonly Change[] }
	| { readonly step: "effects"; readonly effects: readonly Effect[] }
	| { readonly step: "answered"; readonly reply: string | null }
	/** Right credentials, something else wrong. */
	| {
			readonly step: "refused";
			readonly text: string;
			readonly word: string;
			readonly diagnostics: readonly Diagnostic[];
	  }
	/** No answer on purpose; the diagnostic says why, beside the wire. */
	| { readonly step: "ignored"; readonly diagnostic: Diagnostic };

/** The steps that led from a text to a response. */
export function journalOf(
	panel: PanelIdentity,
	before: PanelState,
	{ from, text }: ReceivedSms,
	{ state, effects, reply, verdict }: Response,
): readonly JournalEntry[] {
	const entries: JournalEntry[] = [{ step: "received", from, text }];
	if (verdict.message !== null)
		entries.push({ step: "read", message: verdict.message });
	if (verdict.type === "silence") {
		const diagnostic = whyIgnored(panel, { from, text }, verdict);
		entries.push({ step: "ignored", diagnostic });
	} else if (verdict.command !== null && verdict.args !== null) {
		const { spec, provenance } = verdict.command;
		entries.push({
			step: "understood",
			command: spec.word,
			provenance,
			args: verdict.args,
		});
	}
	if (verdict.type === "error")
		entries.push({
			step: "refused",
			text,
			word: verdict.message.word.text,
			diagnostics: verdict.diagnostics,
		});
	const changed = changes(before, state);
	if (changed.length > 0) entries.push({ step: "changed", changes: changed });
	if (effects.length > 0) entries.push({ step: "effects", effects });
	if (verdict.type !== "silence") entries.push({ step: "answered", reply });
	return entries;
}
