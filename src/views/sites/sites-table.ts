import { shown } from "../../../grammar/message/terminal-text.ts";
import { howMany } from "../../how-many.ts";
import { type PlanReport, priceText } from "./plan-report.ts";

/** A site and its plan. */
export interface PlannedSite {
	readonly site: string;
	readonly report: PlanReport;
}

/** A line for each site: what is sent, what it costs, what is to be done otherwise. */
export function sitesTable(sites: readonly PlannedSite[]): string {
	const rows = sites.map(({ site, report }) => {
		const { total, elsewhere, warnings, messages } = report;
		const changes = messages.reduce(
			(sum, each) => sum + each.changes.length,
			0,
		);
		return [
			shown(site),
			`${changes}`,
			`${total.messages}`,
			`${total.sms}`,
			total.price === null ? "-" : priceText(total.price),
			`${elsewhere.length}`,
			`${warnings.length}`,
		];
	});
	const sum = (of: (report: PlanReport) => number) =>
		sites.reduce((all, { report }) => all + of(report), 0);
	const price = sites.some(({ report }) => report.total.price === null)
		? "-"
		: priceText(sum(({ total }) => total.price ?? 0));
	const table = [
		["site", "changes", "messages", "SMS", "price", "elsewhere", "warnings"],
		...rows,
		[
			howMany(sites.length, "site"),
			"",
			`${sum(({ total }) => total.messages)}`,
			`${sum(({ total }) => total.sms)}`,
			price,
			"",
			"",
		],
	];
	const widths = table[0]?.map((_, at) =>
		table.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), 0),
	);
	return table
		.map((row) =>
			row
				.map((cell, at) => {
					const width = widths?.[at] ?? 0;
					return at === 0 ? cell.padEnd(width) : cell.padStart(width);
				})
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}
