import { models } from "../../models/models.ts";
import { makePlan } from "../../plan/make-plan.ts";
import type { PlanRules } from "../../plan/messages/plan-rules.ts";
import { rehearse } from "../../simulation/plans/rehearsal.ts";
import {
	isDue,
	type PlanTelling,
	planReport,
} from "../../views/sites/plan-report.ts";
import { type PlannedSite, sitesTable } from "../../views/sites/sites-table.ts";
import { ExitCode, InputError } from "../line/exit-code.ts";
import { print } from "../line/print.ts";
import { beginningOf, readFrom } from "./beginning.ts";
import { givenAccess } from "./given-access.ts";
import { secretsFileOf, secretsFrom } from "./secrets-file.ts";
import { readSiteFile, siteIn } from "./site-file.ts";
import { readSites } from "./sites-file.ts";

/** What the command line says of many sites. */
export interface SitesRequest {
	readonly sites: string;
	readonly template: string;
	readonly secrets?: string | undefined;
	readonly from: string;
	readonly json: boolean;
}

/**
 * Plans every site of a CSV by one template. The columns `from`, `keyword` and `code`
 * say what the command line says of one site.
 * @param variables for what no column says
 * @throws InputError for the first row that is wrong; nothing is printed then
 */
export async function planSites(
	request: SitesRequest,
	rules: PlanRules,
	telling: Omit<PlanTelling, "rehearsal">,
	variables: ReadonlyMap<string, string>,
): Promise<ExitCode> {
	const { sites, template, secrets, json } = request;
	const secret = await secretsFrom(secretsFileOf(template, secrets));
	const read = await readSiteFile(template);
	const planned: PlannedSite[] = [];
	let due = false;
	for (const { name, line, columns } of await readSites(sites)) {
		if (planned.some(({ site }) => site === name))
			throw new InputError(
				`${sites}:${line}: site ${name}: another row has the same name`,
			);
		const substitutes = {
			variable: (each: string) => columns.get(each) ?? variables.get(each),
			secret,
		};
		try {
			const from = await readFrom(columns.get("from") || request.from);
			const site = siteIn(read, substitutes, from.found?.model ?? models[0]);
			const [keyword, code] = [columns.get("keyword"), columns.get("code")];
			if (from.name === "unknown" && !code)
				throw new InputError(
					"it has no code of its own: a column `code` says what lets messages in",
				);
			const access = givenAccess(site.model, { keyword, code }, secret);
			const beginning = beginningOf(from, site.model, access);
			const plan = makePlan(site, beginning, rules);
			const rehearsal = rehearse(plan);
			due ||= isDue(plan);
			planned.push({
				site: name,
				report: planReport(plan, { ...telling, rehearsal }),
			});
		} catch (error) {
			if (!(error instanceof Error)) throw error;
			throw new InputError(`${sites}:${line}: site ${name}: ${error.message}`);
		}
	}
	if (json) print(planned.map(({ site, report }) => ({ site, ...report })));
	else print(sitesTable(planned));
	return due ? ExitCode.differs : ExitCode.ok;
}
