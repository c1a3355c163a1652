import { models } from "../../models/models.ts";
import { makePlan } from "../../plan/make-plan.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Site } from "../../plan/site/site.ts";
import { stateFolder } from "../../ports/state-folder.ts";
import { rehearse } from "../../simulation/plans/rehearsal.ts";
import { ownValueMac } from "../../site/audit/value-mac.ts";
import {
	isDue,
	type PlanReport,
	planReport,
} from "../../views/sites/plan-report.ts";
import { planText } from "../../views/sites/plan-text.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { knownProfiles } from "../line/known-profiles.ts";
import { outputWidth } from "../line/output-width.ts";
import { print } from "../line/print.ts";
import { outputColors } from "../line/terminal-colors.ts";
import { defineVerb } from "../line/verb.ts";
import { beginningOf, readFrom } from "./beginning.ts";
import { givenAccess } from "./given-access.ts";
import { planOptions, priceOf, rulesOf } from "./plan-options.ts";
import { planSites } from "./plan-sites.ts";
import { planFileOf, referenceOnly } from "./planned-file.ts";
import { secretsFileOf, secretsFrom } from "./secrets-file.ts";
import { readSiteFile, siteIn, variablesOf } from "./site-file.ts";

/** A plan for programs, and for `apply` after a review. */
async function document(
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
		...{ site, from, to, allow, sender, with: argv.with },
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

export const plan = defineVerb({
	examples: [
		[
			"plan site.yaml --from factory",
			"the messages that make a new panel what the site names",
		],
		[
			"plan site.yaml --from panel-config.json --to simulator --json",
			"for our own panel; exit code 5 where changes are due",
		],
		[
			"plan --sites sites.csv --template site.yaml --price 0.09",
			"a line for each site: changes, SMS, price",
		],
	],
	options: (yargs) =>
		planOptions(
			yargs
				.positional("site", {
					type: "string",
					describe: "what the panel is to be: YAML or JSON",
				})
				.option("from", {
					type: "string",
					default: "unknown",
					requiresArg: true,
					describe:
						"what the panel has now: a panel-config.json, a snapshot, factory or unknown",
				}),
		),
	async run(argv) {
		const { site: file, sites, template, json, showSecrets } = argv;
		const rules = rulesOf(argv);
		const price = priceOf(argv.price);
		const profiles = knownProfiles(argv.profile);
		const variables = variablesOf(argv.var);
		if (sites !== undefined || template !== undefined) {
			if (sites === undefined || template === undefined || file !== undefined)
				throw new UsageError("plan --sites CSV --template SITE, or plan SITE");
			const telling = { showSecrets, price, profiles };
			return planSites({ ...argv, sites, template }, rules, telling, variables);
		}
		if (file === undefined)
			throw new UsageError("plan what? name a site, or --sites and --template");
		const secret = await secretsFrom(secretsFileOf(file, argv.secrets));
		const substitutes = {
			variable: (name: string) => variables.get(name),
			secret,
		};
		const from = await readFrom(argv.from);
		const read = await readSiteFile(file);
		const site: Site = siteIn(
			read,
			substitutes,
			from.found?.model ?? models[0],
		);
		const access = givenAccess(site.model, argv, secret);
		const planned = makePlan(
			site,
			beginningOf(from, site.model, access),
			rules,
		);
		const rehearsal = rehearse(planned);
		const telling = { showSecrets, price, profiles, rehearsal };
		const report = planReport(planned, telling);
		if (json) print(await document(argv, file, planned, from.name, report));
		else {
			const to = argv.to === "simulator" ? "a simulated" : "a real";
			print(
				planText(report, { from: from.name, to }, outputColors, outputWidth()),
			);
		}
		return isDue(planned) ? ExitCode.differs : ExitCode.ok;
	},
});
