import type { Reporter, Write } from "../reporter.ts";
import { Spool } from "../spool.ts";

/**
 * One JSON document, which `--merge` reads. Failures are written as they come, and
 * what stands behind them is kept in a file, so that they take no memory.
 * @param shard the part of the corpus that it is of, as `2/3`, null for all of it; of a
 *   part each conversation that passed is named, for `--merge`
 */
export function json(
	write: Write,
	verbose: boolean,
	shard: string | null = null,
): Reporter {
	const separated = () => {
		let isFirst = true;
		return (text: string, put: Write) => {
			put(isFirst ? text : `,${text}`);
			isFirst = false;
		};
	};
	const [failure, pass, fault] = [separated(), separated(), separated()];
	const passes = new Spool();
	const faults = new Spool();
	const namesPasses = verbose || shard !== null;
	write('{"failures":[');
	return {
		tellsTimeline: true,
		failed(reports) {
			for (const report of reports)
				failure(`\n${JSON.stringify(report)}`, write);
		},
		...(namesPasses
			? {
					passed: (passed, took) =>
						pass(JSON.stringify({ ...passed, took }), (text) =>
							passes.add(text),
						),
				}
			: {}),
		malformed({ file, line, diagnostic: { start, message } }) {
			const told = { file, line, column: start + 1, message };
			fault(JSON.stringify(told), (text) => faults.add(text));
		},
		ended(summary) {
			write("\n],");
			if (namesPasses) {
				write('"passes":[');
				passes.giveTo(write);
				write("],");
			}
			if (shard !== null) write(`"shard":${JSON.stringify(shard)},`);
			write('"malformedLines":[');
			faults.giveTo(write);
			write(`],${JSON.stringify(summary).slice(1)}\n`);
			passes.close();
			faults.close();
		},
	};
}
