import type { Plan } from "../../plan/plan.ts";
import { shownText } from "../../plan/shown-text.ts";
import type { ValueMac } from "../../site/audit/value-mac.ts";
import {
	type PlanFile,
	type PlanSource,
	planFile,
} from "../../site/plan-file.ts";
import { UsageError } from "../line/exit-code.ts";

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

/** What a command line says of a plan besides naming it. */
export interface SaidBesides {
	readonly from?: string | undefined;
	readonly to: PlanSource["to"];
	readonly with: readonly string[];
	readonly allow: readonly string[];
	readonly sender?: string | undefined;
	readonly var: readonly string[];
}

/**
 * Refuses options that were settled when a plan was made. Left out, they are as they
 * were then.
 * @throws UsageError
 */
export function refuseOtherPlan(source: PlanSource, said: SaidBesides): void {
	const { from, to, sender } = said;
	const refuse = (option: string, before: string) => {
		throw new UsageError(
			`--${option}: this plan was made ${before}; plan again for another`,
		);
	};
	if (from !== undefined && from !== source.from)
		refuse("from", `from ${source.from}`);
	if (to === "simulator" && source.to !== to) refuse("to", "for a real panel");
	if (sender !== undefined && sender !== source.sender)
		refuse("sender", `for ${source.sender ?? "no sender in particular"}`);
	for (const option of ["with", "allow"] as const) {
		const more = said[option].find((each) => !source[option].includes(each));
		if (more !== undefined) refuse(option, `without ${more}`);
	}
	if (said.var.length > 0) refuse("var", "with its own variables");
}

/** A text of the command line that holds references only; null for a secret itself. */
export function referenceOnly(text: string | undefined): string | null {
	return text !== undefined && /^(\$\{\w+\})+$/.test(text) ? text : null;
}
