import type { Reporter, Write } from "../reporter.ts";

/** Test Anything Protocol, version 14. What passed is one point unless all are told. */
export function tap(write: Write, verbose: boolean): Reporter {
	let points = 0;
	const point = (ok: boolean, name: string) => {
		points += 1;
		write(`${ok ? "ok" : "not ok"} ${points} - ${escaped(name)}\n`);
	};
	write("TAP version 14\n");
	return {
		failed(reports) {
			const [first] = reports;
			if (first === undefined) return;
			point(false, first.id);
			write("  ---\n");
			// A JSON document on one line is YAML as well.
			write(`  source: ${JSON.stringify(first.source)}\n`);
			write("  failures:\n");
			for (const { file, line, step, about, expected, got, why } of reports)
				write(
					`    - ${JSON.stringify({ file, line, step, about, expected, got, why: why?.message ?? null })}\n`,
				);
			write("  ...\n");
		},
		...(verbose
			? { passed: ({ conversation }) => point(true, conversation.id) }
			: {}),
		malformed: ({ file, line, diagnostic }) =>
			write(
				`# malformed: ${escaped(`${file}:${line}:${diagnostic.start + 1}: ${diagnostic.message}`)}\n`,
			),
		ended({ passed, malformed, digest }) {
			if (!verbose && passed > 0) point(true, `${passed} conversations passed`);
			write(`1..${points}\n# digest ${digest}\n`);
			if (malformed > 0) write("Bail out! malformed lines in the corpus\n");
		},
	};
}

function escaped(name: string): string {
	return name.replace(/[\\#]/g, "\\$&").replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ");
}
