import { MINUTE } from "../time/units.ts";
import type { Rule } from "./channel-rule.ts";

/**
 * Numbers that force one effect of the channel each: text the panel from a line
 * with such a number to see the effect without a rule. All are of the range
 * that is reserved for fiction. The effect is on what the number sends; the
 * refusal is on what is sent to it.
 */
export const magicRules: readonly Rule[] = [
	{ from: "+15550190", effect: { kind: "loss" } },
	{ from: "+15550191", effect: { kind: "delay", duration: 30_000 } },
	{ from: "+15550192", effect: { kind: "duplicate", duration: 0 } },
	{ from: "+15550193", effect: { kind: "reorder", duration: 30_000 } },
	{ from: "+15550194", effect: { kind: "alphabet" } },
	{ from: "+15550195", effect: recipientHas("storage-full") },
	{ from: "+15550196", effect: recipientHas("no-registration") },
	// 38: network out of order (3GPP TS 24.011, E-2).
	{ to: "+15550197", effect: { kind: "refusal", cms: 38 } },
	{ from: "+15550198", effect: recipientHas("deaf") },
	{ from: "+15550199", effect: recipientHas("port-gone") },
];

function recipientHas(
	kind: "storage-full" | "no-registration" | "deaf" | "port-gone",
): Rule["effect"] {
	return {
		kind: "trouble",
		at: "recipient",
		trouble: { kind, duration: MINUTE },
	};
}
