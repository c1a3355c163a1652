import builder from "junit-report-builder";
import { shown } from "../../../../grammar/message/terminal-text.ts";
import { causeOf } from "../cause.ts";
import { lostLines } from "../lost-block.ts";
import type { Reporter, Write } from "../reporter.ts";
import { failureText } from "./pretty.ts";

/** Failures that are told in full in one file; those behind them have their cause. */
const IN_FULL = 1000;

/** How a report is divided. */
export interface JunitParts {
	/** Cases of a file; null for all in one. */
	readonly size: number | null;
	/** Where the next file is written, from the second on. */
	readonly next: () => Write;
}

/**
 * JUnit's XML as Jenkins' xUnit plugin describes it (junit-10.xsd), which others
 * read too: one suite, a case for each conversation with its time. The type of a
 * failure is its cause, by which programs group them. What a result of a shard does
 * not name is one case.
 * @param parts where a file has so many cases, another one begins
 */
export function junit(
	first: Write,
	_verbose = false,
	_isShard = false,
	parts: JunitParts = { size: null, next: () => first },
): Reporter {
	let write = first;
	let open = suiteOf();
	let named = 0;
	const cased = (id: string, file: string, took?: number) => {
		if (open.cases === parts.size) {
			write(textOf(open));
			write = parts.next();
			open = suiteOf();
		}
		open.cases += 1;
		const one = open.suite.testCase().name(shown(id)).className(shown(file));
		return took === undefined ? one : one.time(seconds(took));
	};
	return {
		failed(reports, took) {
			const [first] = reports;
			if (first === undefined) return;
			const differing = reports.map(({ about }) => about).join(", ");
			const failure = cased(first.id, first.file, took).failure(
				printable(`${differing}: not as expected`),
				printable(causeOf(first)),
			);
			open.failures += 1;
			if (open.failures <= IN_FULL)
				failure.stacktrace(inCdata(reports.map(failureText).join("")));
		},
		passed({ id, file }, took) {
			named += 1;
			cased(id, file, took);
		},
		malformed({ file, line, diagnostic }) {
			const place = `line ${line}, column ${diagnostic.start + 1}`;
			cased(place, file).error(printable(diagnostic.message));
		},
		ended({ passed, digest, seed, lost }) {
			const rest = passed - named;
			if (rest > 0) cased(`${rest} conversations passed`, "-");
			for (const [at, line] of lostLines(lost).entries())
				cased(`not run ${at + 1}`, lost[at]?.file ?? "").error(printable(line));
			open.suite.property("digest", digest);
			open.suite.property("seed", String(seed));
			write(textOf(open));
		},
	};
}

interface OpenSuite {
	readonly report: ReturnType<typeof builder.newBuilder>;
	readonly suite: ReturnType<
		ReturnType<typeof builder.newBuilder>["testSuite"]
	>;
	cases: number;
	failures: number;
}

function suiteOf(): OpenSuite {
	const report = builder.newBuilder();
	const suite = report.testSuite().name("alarmpanel replay");
	return { report, suite, cases: 0, failures: 0 };
}

function textOf({ report }: OpenSuite): string {
	// The counts of all suites know no skipped ones.
	return report.build().replace(/(<testsuites[^>]*?) skipped="0"/, "$1");
}

/** To a microsecond. */
function seconds(milliseconds: number): number {
	return Number((milliseconds / 1000).toFixed(6));
}

/** The builder writes it into a CDATA section as it is, which it must not end. */
function inCdata(text: string): string {
	return printable(text).replaceAll("]]>", "]]]]><![CDATA[>");
}

/** XML cannot hold control characters; line ends stay. */
function printable(text: string): string {
	return text.split("\n").map(shown).join("\n");
}
