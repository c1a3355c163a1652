import builder from "junit-report-builder";
import { shown } from "../../../../grammar/message/terminal-text.ts";
import type { Reporter, Write } from "../reporter.ts";
import { failureText } from "./pretty.ts";

/**
 * JUnit's XML as Jenkins' xUnit plugin describes it (junit-10.xsd), which others
 * read as well: one suite, a case for each conversation that failed, and one for
 * those that passed unless all are told.
 */
export function junit(write: Write, verbose: boolean): Reporter {
	const report = builder.newBuilder();
	const suite = report.testSuite().name("alarmpanel replay");
	const cased = (id: string, file: string) =>
		suite.testCase().name(shown(id)).className(shown(file));
	return {
		failed(reports) {
			const [first] = reports;
			if (first === undefined) return;
			const differing = reports.map(({ about }) => about).join(", ");
			cased(first.id, first.file)
				.failure(printable(`${differing}: not as expected`))
				.stacktrace(inCdata(reports.map(failureText).join("")));
		},
		...(verbose
			? {
					passed: ({ conversation, file }) => void cased(conversation.id, file),
				}
			: {}),
		malformed({ file, line, diagnostic }) {
			const place = `line ${line}, column ${diagnostic.start + 1}`;
			cased(place, file).error(printable(diagnostic.message));
		},
		ended({ passed, digest, seed }) {
			if (!verbose && passed > 0)
				suite.testCase().name(`${passed} conversations passed`).className("-");
			suite.property("digest", digest);
			suite.property("seed", String(seed));
			write(
				// The counts of all suites know no skipped ones.
				report.build().replace(/(<testsuites[^>]*?) skipped="0"/, "$1"),
			);
		},
	};
}

/** The builder writes it into a CDATA section as it is, which it must not end. */
function inCdata(text: string): string {
	return printable(text).replaceAll("]]>", "]]]]><![CDATA[>");
}

/** XML cannot hold control characters; line ends stay. */
function printable(text: string): string {
	return text.split("\n").map(shown).join("\n");
}
