import { models } from "../../models/models.ts";
import { makePlan } from "../../plan/make-plan.ts";
import type { Site } from "../../plan/site/site.ts";
import { rehearse } from "../../simulation/plans/rehearsal.ts";
import { isDue, planReport } from "../../views/sites/plan-report.ts";
import { planText } from "../../views/sites/plan-text.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { knownProfiles } from "../line/known-profiles.ts";
import { outputWidth } from "../line/output-width.ts";
import { print } from "../line/print.ts";
import { outputColors } from "../line/terminal-colors.ts";
import { defineVerb } from "../line/verb.ts";
import { beginningOf, readFrom } from "./beginning.ts";
import { planOptions, priceOf, rulesOf } from "./plan-options.ts";
import { secretsFileOf, secretsFrom } from "./secrets-file.ts";
import {
	readSiteFile,
	refuseUnused,
	siteIn,
	variablesOf,
} from "./site-file.ts";

export const plan = defineVerb({
	withoutPanel: "--from names the panel's file",
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
			// With it comes a reader of CSV.
			const { planSites } = await import("./plan-sites.ts");
			return planSites({ ...argv, sites, template, variables }, rules, telling);
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
		refuseUnused(variables, read);
		const site: Site = siteIn(
			read,
			substitutes,
			from.found?.model ?? models[0],
		);
		const beginning = beginningOf(from, site.model, argv, secret);
		const planned = makePlan(site, beginning, rules);
		const rehearsal = rehearse(planned);
		const telling = { showSecrets, price, profiles, rehearsal };
		const report = planReport(planned, telling);
		if (json) {
			const { planDocument } = await import("./plan-document.ts");
			print(await planDocument(argv, file, planned, from.name, report));
		} else {
			const to = argv.to === "simulator" ? "a simulated" : "a real";
			print(
				planText(report, { from: from.name, to }, outputColors, outputWidth()),
			);
		}
		return isDue(planned) ? ExitCode.differs : ExitCode.ok;
	},
});
