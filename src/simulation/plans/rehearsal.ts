import { settingValues } from "../../models/language/language-settings.ts";
import {
	DEFAULT_NUMBER,
	DEFAULT_PHONE,
} from "../../network/default-numbers.ts";
import { type Change, changes } from "../../panel/state/changes.ts";
import { asTyped } from "../../panel/state/phone-number.ts";
import { resting } from "../../panel/state/runtime.ts";
import { type PanelState, withRuntime } from "../../panel/state/state.ts";
import type { Plan, PlannedMessage } from "../../plan/plan.ts";
import { DirectPanel } from "../direct-panel.ts";

/** What came of the messages of a plan at a panel in virtual time. */
export interface Rehearsal {
	/** At rest, after all of them. */
	readonly state: PanelState;
	/** What they changed of what is programmed. */
	readonly difference: readonly Change[];
	/** Messages that the panel did not carry out: none, or the plan is wrong. */
	readonly refused: readonly PlannedMessage[];
}

/** Texts a plan to a simulated panel; null where nothing is known of what it has before. */
export function rehearse(plan: Plan): Rehearsal | null {
	const { before, site, messages } = plan;
	if (before === null) return null;
	const sender = senderOf(plan, before);
	const identity = {
		model: site.model,
		number: site.number ?? DEFAULT_NUMBER,
		numbering: asTyped,
	};
	const panel = new DirectPanel(identity, before, 0);
	const refused = messages.filter(({ text }) => {
		panel.text(sender, text);
		return panel.heard?.response.verdict.type !== "done";
	});
	const state = withRuntime(panel.state, resting);
	return { state, difference: changes(before, state), refused };
}

/** The phone that sends; else one that the panel hears, where it hears only some. */
function senderOf({ site, sender }: Plan, before: PanelState): string {
	const { listed } = site.model.language?.file ?? {};
	if (sender !== null || listed === undefined) return sender ?? DEFAULT_PHONE;
	const numbers = settingValues(before.stored.language ?? {}, listed);
	return String(numbers.find((number) => number !== "") ?? DEFAULT_PHONE);
}
