import builder from "junit-report-builder";
import { shown } from "../../../../grammar/message/terminal-text.ts";
import { causeOf } from "../cause.ts";
import type { Reporter, Write } from "../reporter.ts";
import { failureText } from "./pretty.ts";

/**
 * JUnit's XML as Jenkins' xUnit plugin describes it (junit-10.xsd), which others
 * read too: one suite, a case for each conversation with its time. The type of a
 * failure is its cause, by which programs group them. What a result of a shard does
 * not name is one case.
 */
export function junit(write: Write): Reporter {
	const report = builder.newBuilder();
	const suite = report.testSuite().name("alarmpanel replay");
	let named = 0;
	const cased = (id: string, file: string, took?: number) => {
		const one = suite.testCase().name(shown(id)).className(shown(file));
		return took === undefined ? one : one.time(seconds(took));
	};
	return {
		failed(reports, took) {
			const [first] = reports;
			if (first === undefined) return;
			const differing = reports.map(({ about }) => about).join(", ");
			cased(first.id, first.file, took)
				.failure(
					printable(`${differing}: not as expected`),
					printable(causeOf(first)),
				)
				.stacktrace(inCdata(reports.map(failureText).join("")));
		},
		passed({ id, file }, took) {
			named += 1;
			cased(id, file, took);
		},
		malformed({ file, line, diagnostic }) {
			const place = `line ${line}, column ${diagnostic.start + 1}`;
			cased(place, file).error(printable(diagnostic.message));
		},
		ended({ passed, digest, seed }) {
			const rest = passed - named;
			if (rest > 0)
				suite.testCase().name(`${rest} conversations passed`).className("-");
			suite.property("digest", digest);
			suite.property("seed", String(seed));
			write(
				// The counts of all suites know no skipped ones.
				report.build().replace(/(<testsuites[^>]*?) skipped="0"/, "$1"),
			);
		},
	};
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
