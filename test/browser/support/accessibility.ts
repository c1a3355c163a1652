import axe from "axe-core";
import type { Page } from "playwright-core";

/** What keeps people from using a page, by rule: empty is what it has to be. */
export interface Barrier {
	readonly rule: string;
	readonly impact: string;
	/** Where, as selectors with what axe says of each. */
	readonly places: readonly string[];
}

/** The one rule that has to do with colours. */
const CONTRAST = "color-contrast";

/**
 * All that axe finds serious or critical on a page as it is now.
 * @param rules to judge by; all of them when left out
 */
export async function barriersOn(
	page: Page,
	rules?: readonly string[],
): Promise<readonly Barrier[]> {
	// A script tag would be kept out by the page's policy.
	if (!(await page.evaluate("'axe' in globalThis")))
		await page.evaluate(axe.source);
	const options: axe.RunOptions = {
		// What is right need not be described; that takes half of the time.
		resultTypes: ["violations"],
		...(rules === undefined ? {} : { runOnly: [...rules] }),
	};
	const { violations } = await page.evaluate<axe.AxeResults>(
		`axe.run(${JSON.stringify(options)})`,
	);
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

/** The same in the other set of colours, where only contrast can differ. */
export async function barriersInOtherColours(
	page: Page,
	scheme: "light" | "dark",
): Promise<readonly Barrier[]> {
	await page.emulateMedia({
		colorScheme: scheme === "dark" ? "light" : "dark",
	});
	return await barriersOn(page, [CONTRAST]);
}
