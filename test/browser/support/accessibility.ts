import axe from "axe-core";
import type { Page } from "playwright-core";

/** What keeps people from using a page, by rule: empty is what it has to be. */
export interface Barrier {
	readonly rule: string;
	readonly impact: string;
	/** Where, as selectors with what axe says of each. */
	readonly places: readonly string[];
}

/** All that axe finds serious or critical on a page as it is now. */
export async function barriersOn(page: Page): Promise<readonly Barrier[]> {
	// A script tag would be kept out by the page's policy.
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate<axe.AxeResults>("axe.run()");
	return violations
		.filter(({ impact }) => impact === "serious" || impact === "critical")
		.map(({ id, impact, nodes }) => ({
			rule: id,
			impact: String(impact),
			places: nodes.map(
				({ target, failureSummary = "" }) => `${target}: ${failureSummary}`,
			),
		}));
}
