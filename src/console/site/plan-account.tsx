import { shown } from "../../../grammar/message/terminal-text.ts";
import { howMany } from "../../how-many.ts";
import type { PlanOnPage } from "./site-desk.ts";

/** What a plan leaves to be done elsewhere, what it comes to, and what it warns of. */
export function PlanAccount({ plan }: { readonly plan: PlanOnPage }) {
	const { elsewhere, warnings, difference } = plan;
	return (
		<>
			{warnings.map((warning) => (
				<p key={warning} class="warning">
					<span aria-hidden="true">⚠</span> {shown(warning)}
				</p>
			))}
			{elsewhere.length > 0 && (
				<section aria-label="What no message does">
					<h3>What no message does</h3>
					<ul>
						{elsewhere.map(({ path, wanted, why, where }) => (
							<li key={path}>
								<code>
									{path}
									{wanted === null ? " absent" : ` = ${valueText(wanted)}`}
								</code>
								: {why}; {optionNamed(where)}
							</li>
						))}
					</ul>
				</section>
			)}
			{difference !== null && difference.length > 0 && (
				<details class="credentials">
					<summary>
						Rehearsed on the simulator:{" "}
						{howMany(difference.length, "setting changes", "settings change")}
					</summary>
					<ul>
						{difference.map(({ path, from, to }) => (
							<li key={path}>
								<code>
									{path}: {valueText(from)} → {valueText(to)}
								</code>
							</li>
						))}
					</ul>
				</details>
			)}
		</>
	);
}

/** An option of the command line is nothing that the page has. */
function optionNamed(where: string): string {
	return where.replace(/--(?:with|allow) /, "alarmpanel plan $&");
}

/** A value as a site writes it. */
function valueText(value: unknown): string {
	return typeof value === "string" && value !== ""
		? shown(value)
		: JSON.stringify(value);
}
