import { shown } from "../../../../grammar/message/terminal-text.ts";
import { corpusFaultText } from "../../../conversation/corpus-fault.ts";
import { causeLines } from "../cause.ts";
import type { FailureReport } from "../failure-report.ts";
import { numberText } from "../number-text.ts";
import type { Reporter, Write } from "../reporter.ts";

/** For people: each failure with the conversation around it. */
export function pretty(write: Write, verbose: boolean): Reporter {
	return {
		failed: (reports) => write(reports.map(failureText).join("")),
		...(verbose
			? {
					passed: ({ id }) => write(`passed ${shown(id)}\n`),
				}
			: {}),
		malformed: (fault) => write(`${corpusFaultText(fault)}\n\n`),
		// The counts and the digest follow whatever the reporter.
		ended({ causes, otherFailures }) {
			const lines = causeLines(causes, otherFailures);
			if (lines.length > 0) write(`${lines.map(shown).join("\n")}\n\n`);
		},
	};
}

/** A failure as it is told in words. */
export function failureText(report: FailureReport): string {
	const { id, file, line, step, source, around, expected, got, why } = report;
	const differs =
		expected.join("\n") !== got.join("\n") || why?.code === "corpus/path";
	const lines = [
		`FAILED ${id}, step ${step} (${file}:${numberText(line)})`,
		...(source === null ? [] : [`  source: ${source}`]),
		...around.map(({ text, here }) => `${here ? "  » " : "    "}${text}`),
		`  expected: ${expected.join(" and ")}`,
		`  got:      ${got.join(" and ")}`,
		...(differs
			? []
			: ["  (they differ only in masked secrets: --show-secrets)"]),
		...(why === null
			? []
			: why.drawn
					.split("\n")
					.map(
						(text, at) =>
							`${at === 0 ? "  why:      " : "            "}${text}`,
					)),
	];
	return `${lines.map(shown).join("\n")}\n\n`;
}
