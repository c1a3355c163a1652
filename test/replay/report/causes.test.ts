import { describe, expect, test } from "vitest";
import { Causes } from "../../../src/replay/report/cause.ts";
import type { Reporter, Write } from "../../../src/replay/report/reporter.ts";
import { github } from "../../../src/replay/report/reporters/github.ts";
import { htmlPage } from "../../../src/replay/report/reporters/html/html.ts";
import { json } from "../../../src/replay/report/reporters/json.ts";
import { junit } from "../../../src/replay/report/reporters/junit.ts";
import { pretty } from "../../../src/replay/report/reporters/pretty.ts";
import { tap } from "../../../src/replay/report/reporters/tap.ts";
import {
	located,
	reportsOf,
	summary,
} from "../../support/reported-failures.ts";

describe("failures are grouped by their cause", () => {
	const text = (id: string, pin: string) =>
		`id ${id}\n> PROG 7982 USRS:1,${pin},,1\n< USRS:OK\n`;
	const three = [text("a", "12"), text("b", "34"), text("c", "1x")].map(
		located,
	);
	const short = "user PIN: 4 digits, this has 2";
	const other = "user PIN: 4 digits, this has other characters";

	function of(make: (write: Write, verbose: boolean) => Reporter): string {
		let output = "";
		const reporter = make((each) => {
			output += each;
		}, false);
		const causes = new Causes();
		for (const each of three) {
			reporter.failed(reportsOf(each));
			for (const report of reportsOf(each)) causes.add(report);
		}
		const [first, second] = causes.list;
		if (first === undefined || second === undefined) throw new Error("none");
		const shrunk = ["> x", "< y"];
		reporter.ended({
			...summary,
			causes: [
				{ ...first, shrunk },
				{ ...second, shrunk: null },
			],
		});
		return output;
	}

	test("pretty and tap list them at the end, the most frequent first", () => {
		expect(of(pretty)).toMatch(
			new RegExp(
				`\\n3 failures of 2 causes:\\n  2 × ${short}  \\(a, dir/a.smst:2\\)\\n      > x\\n      < y\\n  1 × ${other}  \\(c, dir/a.smst:2\\)\\n\\n$`,
			),
		);
		expect(of(tap)).toContain(
			`\n# 3 failures of 2 causes:\n#   2 × ${short}  (a, dir/a.smst:2)\n#       > x\n#       < y\n#   1 × ${other}  (c, dir/a.smst:2)\n`,
		);
	});

	test("json has them, junit as the type of a failure, html above the failures", () => {
		expect(JSON.parse(of(json)).causes).toEqual([
			{
				cause: short,
				failures: 2,
				first: { id: "a", file: "dir/a.smst", line: 2 },
				shrunk: ["> x", "< y"],
			},
			{
				cause: other,
				failures: 1,
				first: { id: "c", file: "dir/a.smst", line: 2 },
				shrunk: null,
			},
		]);
		expect(of(junit).match(/ type="[^"]*"/g)).toEqual([
			` type="${short}"`,
			` type="${short}"`,
			` type="${other}"`,
		]);
		expect(of(htmlPage)).toContain(
			`<li>2 × ${short} <small>first: a, dir/a.smst:2</small><pre tabindex="0" aria-label="the shortest that fails so">&#62; x\n&#60; y</pre></li><li>1 × ${other} <small>first: c, dir/a.smst:2</small></li>`,
		);
	});

	test("github annotates each cause once", () => {
		expect(of(github).match(/^::error/gm)).toHaveLength(2);
	});
});
