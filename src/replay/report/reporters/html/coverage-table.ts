import { type Html, html } from "../../../../views/words/html-text.ts";
import { coverageKinds } from "../../../play/coverage.ts";
import { coverageReports } from "../../coverage-report.ts";
import type { Summary } from "../../summary.ts";

/** What the corpus touches of each model; nothing where that was not asked for. */
export function coverageOf({ coverage }: Summary): Html | null {
	if (coverage === undefined) return null;
	return html`<section aria-label="Coverage"><h2>Coverage</h2>
${coverageReports(coverage).map(
	({ model, kinds }) => html`<table><caption>${model}</caption>
<thead><tr><th scope="col">what</th><th scope="col">touched</th><th scope="col">of</th><th scope="col">not</th></tr></thead>
<tbody>${coverageKinds
		.filter((kind) => kinds[kind].of > 0)
		.map((kind) => {
			const { touched, of, things } = kinds[kind];
			const missing = Object.keys(things).filter((each) => things[each] === 0);
			return html`<tr><th scope="row">${kind}</th><td>${touched}</td><td>${of}</td><td>${missing.join(", ")}</td></tr>`;
		})}</tbody></table>
`,
)}</section>`;
}
