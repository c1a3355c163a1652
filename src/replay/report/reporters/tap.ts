import { howMany } from "../../../how-many.ts";
import { causeLines } from "../cause.ts";
import { numberText } from "../number-text.ts";
import type { Reporter, Write } from "../reporter.ts";

/**
 * Test Anything Protocol, version 14: a point for each conversation with its time.
 * The failures are grouped by their cause at the end. What a result of a shard does
 * not name is one point.
 */
export function tap(write: Write): Reporter {
	let points = 0;
	let named = 0;
	const timed = (took: number | undefined) =>
		took === undefined ? "" : `  duration_ms: ${took.toFixed(3)}\n`;
	const point = (ok: boolean, name: string) => {
		points += 1;
		write(`${ok ? "ok" : "not ok"} ${numberText(points)} - ${escaped(name)}\n`);
	};
	write("TAP version 14\n");
	return {
		failed(reports, took) {
			const [first] = reports;
			if (first === undefined) return;
			point(false, first.id);
			write(`  ---\n${timed(took)}`);
			// A JSON document on one line is YAML as well.
			write(`  source: ${JSON.stringify(first.source)}\n`);
			write("  failures:\n");
			for (const report of reports) {
				const { file, line, step, about, expected, got } = report;
				const why = report.why?.message ?? null;
				write(
					`    - ${JSON.stringify({ file, line, step, about, expected, got, why })}\n`,
				);
			}
			write("  ...\n");
		},
		passed({ id }, took) {
			named += 1;
			point(true, id);
			if (took !== undefined) write(`  ---\n${timed(took)}  ...\n`);
		},
		malformed: ({ file, line, diagnostic }) =>
			write(
				`# malformed: ${escaped(`${file}:${line}:${diagnostic.start + 1}: ${diagnostic.message}`)}\n`,
			),
		ended({ passed, malformed, digest, causes, otherFailures }) {
			const rest = passed - named;
			if (rest > 0) point(true, `${howMany(rest, "conversation")} passed`);
			for (const line of causeLines(causes, otherFailures))
				write(`# ${escaped(line)}\n`);
			write(`1..${points}\n# digest ${digest}\n`);
			if (malformed > 0) write("Bail out! malformed lines in the corpus\n");
		},
	};
}

function escaped(name: string): string {
	return name.replace(/[\\#]/g, "\\$&").replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ");
}
