import builder from "junit-report-builder";
import { shown } from "../../../../grammar/message/terminal-text.ts";
import { howMany } from "../../../how-many.ts";
import { causeOf } from "../cause.ts";
import { lostLines } from "../lost-block.ts";
import type { Reporter, Write } from "../reporter.ts";
import { Spool } from "../spool.ts";
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
	_shard: string | null = null,
	parts: JunitParts = { size: null, next: () => first },
): Reporter {
	let write = first;
	let open = new Suite();
	let named = 0;
	const cased = (id: string, file: string, took?: number) => {
		if (open.cases === parts.size) {
			open.writeTo(write, []);
			write = parts.next();
			open = new Suite();
		}
		const one = open.newCase().name(shown(id)).className(shown(file));
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
			open.errors += 1;
		},
		ended({ passed, digest, seed, lost }) {
			const rest = passed - named;
			if (rest > 0) cased(`${howMany(rest, "conversation")} passed`, "-");
			for (const [at, line] of lostLines(lost).entries()) {
				cased(`not run ${at + 1}`, lost[at]?.file ?? "").error(printable(line));
				open.errors += 1;
			}
			open.writeTo(write, [
				["digest", digest],
				["seed", String(seed)],
			]);
		},
	};
}

/** Cases that are objects of the builder at the same time. */
const AT_ONCE = 256;

/**
 * A suite whose cases are text as soon as there are some: a corpus may have millions.
 * Their numbers, which are known at the end, stand before them.
 */
class Suite {
	cases = 0;
	failures = 0;
	errors = 0;
	private readonly spool = new Spool();
	private report = builder.newBuilder();
	private suite = this.report.testSuite();
	private open = 0;

	newCase() {
		if (this.open === AT_ONCE) this.close();
		this.open += 1;
		this.cases += 1;
		return this.suite.testCase();
	}

	/** @param properties names and values that need no escaping */
	writeTo(write: Write, properties: readonly (readonly string[])[]): void {
		this.close();
		const { cases, failures, errors } = this;
		const counts = `tests="${cases}" failures="${failures}" errors="${errors}"`;
		const lines = [
			'<?xml version="1.0" encoding="UTF-8"?>',
			`<testsuites ${counts}>`,
			`  <testsuite name="alarmpanel replay" ${counts} skipped="0">`,
			...(properties.length === 0
				? []
				: [
						"    <properties>",
						...properties.map(
							([name, value]) =>
								`      <property name="${name}" value="${value}"/>`,
						),
						"    </properties>",
					]),
		];
		write(`${lines.join("\n")}\n`);
		this.spool.giveTo(write);
		this.spool.close();
		write("  </testsuite>\n</testsuites>");
	}

	/** Makes text of the cases that are objects. */
	private close(): void {
		if (this.open === 0) return;
		const text = this.report.build();
		const from = text.indexOf("    <testcase");
		this.spool.add(text.slice(from, text.lastIndexOf("  </testsuite>")));
		this.report = builder.newBuilder();
		this.suite = this.report.testSuite();
		this.open = 0;
	}
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
