// Adds up vitest's JSON reports into one line: N passed, N failed, N skipped, and
// names above it each test that failed, for who sees the end of a long log only.
// A report that is missing counts as a failure: its leg broke off.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import process from "node:process";

/** What failed in a file of tests: its place, and the start of what was said. */
const failuresOf = ({ name, status, message, assertionResults }) => {
	const place = relative(process.cwd(), name);
	const failures = assertionResults
		.filter((result) => result.status === "failed")
		.map(
			({ fullName, failureMessages }) =>
				`${place}: ${fullName}\n${startOf(failureMessages.join("\n"))}`,
		);
	if (status === "failed" && failures.length === 0)
		failures.push(`${place}\n${startOf(message)}`);
	return failures;
};

/** Enough of a long message to tell one failure from another, without the frames of
 * other people's code. */
const startOf = (message) =>
	message
		.split("\n")
		.filter((line) => !line.includes("node_modules"))
		.slice(0, 20)
		.join("\n");

let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of process.argv.slice(2))
	try {
		const report = JSON.parse(readFileSync(file, "utf8"));
		passed += report.numPassedTests;
		failed += report.numFailedTests;
		skipped += report.numPendingTests + report.numTodoTests;
		// A file that cannot even be loaded has no tests to fail.
		if (!report.success && report.numFailedTests === 0) {
			process.stdout.write(`${file}: an error outside of the tests\n`);
			failed += 1;
		}
		for (const line of report.testResults.flatMap(failuresOf))
			process.stdout.write(`${file}: ${line}\n`);
	} catch {
		process.stdout.write(`no report in ${file}\n`);
		failed += 1;
	}
process.stdout.write(
	`${passed} passed, ${failed} failed, ${skipped} skipped\n`,
);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
