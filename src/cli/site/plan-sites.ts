import { models } from "../../models/models.ts";
import { makePlan } from "../../plan/make-plan.ts";
import type { PlanRules } from "../../plan/messages/plan-rules.ts";
import { rehearse } from "../../simulation/plans/rehearsal.ts";
import {
	isDue,
	type PlanTelling,
	planReport,
} from "../../views/sites/plan-report.ts";
import { sitesTable } from "../../views/sites/sites-table.ts";
import { ExitCode } from "../line/exit-code.ts";
import { print } from "../line/print.ts";
import { beginningOf, readFrom } from "./beginning.ts";
import { refuseWithoutCode } from "./given-access.ts";
import { secretsFileOf, secretsFrom } from "./secrets-file.ts";
import { readSiteFile, refuseUnused, siteIn } from "./site-file.ts";
import { eachSite, type SaidOfSites } from "./sites-file.ts";

/** What the command line says of many sites. */
export interface SitesRequest extends SaidOfSites {
	readonly sites: string;
	readonly template: string;
	readonly secrets?: string | undefined;
	readonly json: boolean;
}

/**
 * Plans every site of a CSV by one template. The columns `from`, `keyword` and `code`
 * say what the command line says of one site.
 * @throws InputError for the first row that is wrong; nothing is printed then
 */
export async function planSites(
	request: SitesRequest,
	rules: PlanRules,
	telling: Omit<PlanTelling, "rehearsal">,
): Promise<ExitCode> {
	const { sites, template, secrets, json } = request;
	const secret = await secretsFrom(secretsFileOf(template, secrets));
	const read = await readSiteFile(template);
	refuseUnused(request.variables, read);
	let due = false;
	const planned = await eachSite(sites, request, async (row) => {
		const from = await readFrom(row.from ?? "unknown");
		const substitutes = { variable: row.variable, secret };
		const site = siteIn(read, substitutes, from.found?.model ?? models[0]);
		if (from.name === "unknown") refuseWithoutCode(row.code);
		const beginning = beginningOf(from, site.model, row, secret);
		const plan = makePlan(site, beginning, rules);
		const rehearsal = rehearse(plan);
		due ||= isDue(plan);
		const report = planReport(plan, { ...telling, rehearsal });
		return { site: row.name, report };
	});
	if (json) print(planned.map(({ site, report }) => ({ site, ...report })));
	else print(sitesTable(planned));
	return due ? ExitCode.differs : ExitCode.ok;
}
