import type { Plan } from "../../plan/plan.ts";
import { shownText } from "../../plan/shown-text.ts";
import type { ValueMac } from "../../site/audit/value-mac.ts";
import {
	type PlanFile,
	type PlanSource,
	planFile,
} from "../../site/plan-file.ts";

/**
 * A plan as it stands in a file.
 * @param report what is told of it besides; its messages, where it has none
 */
export function planFileOf(
	plan: Plan,
	source: PlanSource,
	mac: ValueMac,
	report: { readonly messages: PlanFile["messages"] } = {
		messages: plan.messages.map((message) => ({
			text: shownText(plan, message),
		})),
	},
): PlanFile {
	const macs = plan.messages.map(({ text }) => mac.of(text));
	return planFile(report, source, mac.key, macs);
}

/** A text of the command line that holds references only; null for a secret itself. */
export function referenceOnly(text: string | undefined): string | null {
	return text !== undefined && /^(\$\{\w+\})+$/.test(text) ? text : null;
}
