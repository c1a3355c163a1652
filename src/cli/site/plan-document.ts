import type { Plan } from "../../plan/plan.ts";
import { stateFolder } from "../../ports/state-folder.ts";
import { ownValueMac } from "../../site/audit/value-mac.ts";
import type { PlanReport } from "../../views/sites/plan-report.ts";
import { planFileOf, referenceOnly } from "./planned-file.ts";
import { variablesOf } from "./site-file.ts";

/** A plan for programs, and for `apply` after a review. */
export async function planDocument(
	argv: PlanArguments,
	site: string,
	planned: Plan,
	from: string,
	report: PlanReport,
): Promise<object> {
	const { to, allow, sender = null } = argv;
	const told = { from, to, ...report };
	// With its secrets in it a plan is to be read, and not to be kept.
	if (argv.showSecrets) return told;
	const source = {
		site,
		from,
		to,
		allow,
		sender,
		with: argv.with,
		variables: Object.fromEntries(variablesOf(argv.var)),
		keyword: referenceOnly(argv.keyword),
		code: referenceOnly(argv.code),
	};
	return planFileOf(planned, source, await ownValueMac(stateFolder()), told);
}

interface PlanArguments {
	readonly to: "panel" | "simulator";
	readonly with: readonly string[];
	readonly allow: readonly string[];
	readonly sender?: string | undefined;
	readonly var: readonly string[];
	readonly keyword?: string | undefined;
	readonly code?: string | undefined;
	readonly showSecrets: boolean;
}
