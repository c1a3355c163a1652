import type { CorpusFault } from "../../../conversation/corpus-fault.ts";
import type { Reporter, Write } from "../reporter.ts";

/**
 * One JSON document, which `--merge` reads. Failures are written as they come, so
 * that they take no memory.
 * @param isShard whether each conversation that passed is named, for `--merge`
 */
export function json(
	write: Write,
	verbose: boolean,
	isShard = false,
): Reporter {
	let first = true;
	const faults: CorpusFault[] = [];
	const passes: object[] = [];
	write('{"failures":[');
	return {
		tellsTimeline: true,
		failed(reports) {
			for (const report of reports) {
				write(`${first ? "\n" : ",\n"}${JSON.stringify(report)}`);
				first = false;
			}
		},
		...(verbose || isShard
			? { passed: (passed, took) => void passes.push({ ...passed, took }) }
			: {}),
		malformed: (fault) => void faults.push(fault),
		ended(summary) {
			const malformedLines = faults.map(({ file, line, diagnostic }) => ({
				file,
				line,
				column: diagnostic.start + 1,
				message: diagnostic.message,
			}));
			const rest = JSON.stringify({
				...(verbose || isShard ? { passes } : {}),
				malformedLines,
				...summary,
			});
			write(`\n],${rest.slice(1)}\n`);
		},
	};
}
