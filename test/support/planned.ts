/** A site's text as its plan, the way the command line makes it. */
import { models } from "../../src/models/models.ts";
import { factoryState, type PanelState } from "../../src/panel/state/state.ts";
import type { LanguageSettings } from "../../src/panel/state/stored.ts";
import { factoryAccess } from "../../src/plan/access.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import {
	type Allowance,
	allowances,
	forRealPanel,
	type PlanRules,
} from "../../src/plan/messages/plan-rules.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { readSite } from "../../src/plan/site/read-site.ts";
import type { Site } from "../../src/plan/site/site.ts";
import { rehearse } from "../../src/simulation/plans/rehearsal.ts";
import {
	type PlanReport,
	planReport,
} from "../../src/views/sites/plan-report.ts";

/** @throws Error with every fault of the text */
export function siteOfText(
	text: string,
	secrets: Readonly<Record<string, string>> = {},
): Site {
	const read = readSite(
		text,
		{ variable: () => undefined, secret: (name) => secrets[name] },
		models[0],
	);
	if (read.ok) return read.site;
	throw new Error(
		read.faults.map(({ path, rule }) => `${path}: ${rule}`).join("\n"),
	);
}

/** The factory's panel of a site's model. */
export function factoryOf({ model }: Site): PanelState {
	return factoryState(model.name, model.sections);
}

/** @param state what the panel has; the factory's by default, null for unknown */
export function plannedFrom(
	site: Site,
	rules: PlanRules,
	state: PanelState | null = factoryOf(site),
): Plan {
	return state === null
		? makePlan(site, { state, access: factoryAccess(site.model) }, rules)
		: makePlan(site, { state }, rules);
}

export function reported(
	plan: Plan,
	telling: { readonly price?: number; readonly showSecrets?: boolean } = {},
): PlanReport {
	const { price = null, showSecrets = false } = telling;
	const rehearsal = rehearse(plan);
	return planReport(plan, { rehearsal, price, showSecrets, profiles: [] });
}

/**
 * Messages and what no message does, of a plan for the panel of another maker.
 * @param has what the panel has besides the factory's; null for unknown
 */
export function languageMessages(
	model: string,
	wanted: LanguageSettings,
	has: LanguageSettings | null = {},
	allowed: readonly Allowance[] = allowances,
): readonly string[] {
	const site = siteOfText(
		JSON.stringify({ model, stored: { language: wanted } }),
	);
	const factory = factoryOf(site);
	const language = { ...factory.stored.language, ...has };
	const state =
		has === null
			? null
			: { ...factory, stored: { ...factory.stored, language } };
	const { messages, elsewhere } = plannedFrom(
		site,
		forRealPanel([], allowed),
		state,
	);
	return [
		...messages.map(({ text }) => text),
		...elsewhere.map(
			({ path, why, where }) =>
				`${path.replace("stored.language.", "")}: ${why}; ${where}`,
		),
	];
}
