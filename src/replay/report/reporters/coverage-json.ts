import { coverageReports } from "../coverage-report.ts";
import type { Reporter, Write } from "../reporter.ts";

/** What a corpus has touched of each model, and how often, as one JSON document. */
export function coverageJson(write: Write): Reporter {
	return {
		failed() {},
		malformed() {},
		ended({ coverage = {} }) {
			write(`${JSON.stringify(coverageReports(coverage), null, "\t")}\n`);
		},
	};
}
