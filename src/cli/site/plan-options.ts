import type { Argv } from "yargs";
import {
	type Allowance,
	allowances,
	forRealPanel,
	forSimulator,
	type PlanRules,
} from "../../plan/messages/plan-rules.ts";
import { readRecipient } from "../../sms/recipient.ts";
import { UsageError } from "../line/exit-code.ts";

export const besides = ["inferred", "extension"] as const;

/** Options of what reads a site. */
export function siteOptions<O>(yargs: Argv<O>) {
	return yargs
		.option("var", {
			type: "string",
			array: true,
			default: [] as string[],
			requiresArg: true,
			describe: "name=value, for {{name}} in the site",
		})
		.option("secrets", {
			type: "string",
			requiresArg: true,
			describe: `a file of NAME=value for \${NAME} in the site; else SITE.secrets, and the environment`,
		});
}

/** Options of what plans. */
export function planOptions<O>(yargs: Argv<O>) {
	return siteOptions(yargs)
		.option("to", {
			choices: ["panel", "simulator"] as const,
			default: "panel" as const,
			describe: "simulator: everything that our own panel understands",
		})
		.option("with", {
			choices: besides,
			array: true,
			default: [] as (typeof besides)[number][],
			describe: "for a real panel: also what no manual prints",
		})
		.option("allow", {
			choices: allowances,
			array: true,
			default: [] as Allowance[],
			describe: "do what may lock somebody out, or call for help no more",
		})
		.option("sender", {
			type: "string",
			requiresArg: true,
			describe: "the phone that will send the messages",
		})
		.option("keyword", {
			type: "string",
			requiresArg: true,
			describe: `from unknown: the panel's P-Word, as \${NAME}; else the factory's`,
		})
		.option("code", {
			type: "string",
			requiresArg: true,
			describe: `from unknown: the panel's code, as \${NAME}; else the factory's`,
		})
		.option("profile", {
			type: "string",
			array: true,
			default: [] as string[],
			requiresArg: true,
			describe:
				"compare the panel as it will be: cp-01, en-g2, en-g3; repeatable",
		})
		.option("price", {
			type: "number",
			requiresArg: true,
			describe: "of one SMS",
		})
		.option("sites", {
			type: "string",
			requiresArg: true,
			describe: "a CSV of sites: a column for each {{name}} of the template",
		})
		.option("template", {
			type: "string",
			requiresArg: true,
			describe: "the site that all of them follow",
		});
}

/** @throws UsageError where two options contradict each other, or the sender is no number of one phone everywhere */
export function rulesOf({
	to,
	with: added,
	allow,
	sender,
}: {
	readonly to: "panel" | "simulator";
	readonly with: readonly (typeof besides)[number][];
	readonly allow: readonly Allowance[];
	readonly sender: string | undefined;
}): PlanRules {
	const phone = sender === undefined ? null : readRecipient(sender);
	if (phone !== null && (!phone.ok || phone.warning !== null))
		throw new UsageError(
			`--sender: ${phone.ok ? phone.warning : phone.reason}`,
		);
	if (to === "simulator" && added.length > 0)
		throw new UsageError(
			"--to simulator has all already; --with is for a panel",
		);
	return to === "simulator"
		? forSimulator(allow, sender)
		: forRealPanel(added, allow, sender);
}

/** @throws UsageError for what is no price */
export function priceOf(price: number | undefined): number | null {
	if (price === undefined) return null;
	if (Number.isFinite(price) && price >= 0) return price;
	throw new UsageError("--price: the price of one SMS, as 0.09");
}
