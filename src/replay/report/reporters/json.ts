import type { CorpusFault } from "../../../conversation/corpus-fault.ts";
import type { Reporter, Write } from "../reporter.ts";

/**
 * One JSON document, which `--merge` reads. Failures are written as they come, so
 * that they take no memory.
 */
export function json(write: Write, verbose: boolean): Reporter {
	let first = true;
	const faults: CorpusFault[] = [];
	const passed: string[] = [];
	write('{"failures":[');
	return {
		failed(reports) {
			for (const report of reports) {
				write(`${first ? "\n" : ",\n"}${JSON.stringify(report)}`);
				first = false;
			}
		},
		...(verbose
			? { passed: ({ conversation }) => void passed.push(conversation.id) }
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
				...(verbose ? { passedIds: passed } : {}),
				malformedLines,
				...summary,
			});
			write(`\n],${rest.slice(1)}\n`);
		},
	};
}
