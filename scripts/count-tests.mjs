// Adds up vitest's JSON reports into one line: N passed, N failed, N skipped.
// A report that is missing counts as a failure: its leg broke off.
import { readFileSync } from "node:fs";
import process from "node:process";

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
		if (!report.success && report.numFailedTests === 0) failed += 1;
	} catch {
		process.stdout.write(`no report in ${file}\n`);
		failed += 1;
	}
process.stdout.write(
	`${passed} passed, ${failed} failed, ${skipped} skipped\n`,
);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
