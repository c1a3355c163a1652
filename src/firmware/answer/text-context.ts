import type { Effect } from "../../panel/state/effect.ts";
import type { Sender } from "../../panel/state/sender.ts";
import type { PanelState } from "../../panel/state/state.ts";
import {
	type PanelIdentity,
	type ReceivedSms,
	type Response,
	type Silence,
	silence,
} from "./response.ts";

/** A text, and how things stand when the panel hears it. */
export interface TextContext {
	readonly panel: PanelIdentity;
	/** With all done that fell due. */
	readonly state: PanelState;
	/** Of what fell due. */
	readonly effects: readonly Effect[];
	readonly sms: ReceivedSms;
	readonly sender: Sender;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/**
 * No answer to a text.
 *
 * @param state that is left: what is counted against the sender is in it
 */
export function unanswered(
	{ now, effects }: Pick<TextContext, "now" | "effects">,
	state: PanelState,
	why: Omit<Silence, "type">,
): Response {
	return { ...silence(state, now, why), effects };
}
