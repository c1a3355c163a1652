import {
	DEFAULT_NUMBER,
	DEFAULT_PHONE,
} from "../../network/default-numbers.ts";
import { asTyped } from "../../panel/state/phone-number.ts";
import { factoryState } from "../../panel/state/state.ts";
import type { Plan } from "../../plan/plan.ts";
import { DirectPanel } from "../../simulation/direct-panel.ts";

/**
 * Why a panel refuses a message of a plan, as far as we know: what the simulator says
 * of it, else whose word it is that the panel understands it.
 */
export function whyRefused(plan: Plan, at: number): string {
	const message = plan.messages[at];
	const told = message === undefined ? null : simulatorsWord(plan, at);
	if (told !== null)
		return plan.before === null
			? `a panel from the factory refuses it too: ${told}`
			: `the simulator refuses it too: ${told}`;
	const accepts =
		plan.before === null
			? "what the panel has is not known"
			: "the simulator accepts it, so the panel has something that we do not know of";
	const { provenance, spec } = message?.command ?? {};
	return provenance === "manual" || spec === undefined
		? accepts
		: `${accepts}; no manual of this model prints ${spec.word}, so it may not have it`;
}

function simulatorsWord(
	{ before, site, messages }: Plan,
	at: number,
): string | null {
	const { model } = site;
	const identity = {
		model,
		number: site.number ?? DEFAULT_NUMBER,
		numbering: asTyped,
	};
	const start = before ?? factoryState(model.name, model.sections);
	const panel = new DirectPanel(identity, start, 0);
	for (const { text } of messages.slice(0, at + 1))
		panel.text(DEFAULT_PHONE, text);
	const verdict = panel.heard?.response.verdict;
	return verdict?.type === "error"
		? (verdict.diagnostics[0]?.message ?? "it gives no reason")
		: null;
}
