import { Parser } from "tap-parser";
import { describe, expect, test } from "vitest";
import { readTranscript } from "../../../../src/conversation/read-transcript.ts";
import { github } from "../../../../src/replay/report/reporters/github.ts";
import { htmlPage } from "../../../../src/replay/report/reporters/html/html.ts";
import { json } from "../../../../src/replay/report/reporters/json.ts";
import { junit } from "../../../../src/replay/report/reporters/junit.ts";
import { pretty } from "../../../../src/replay/report/reporters/pretty.ts";
import { tap } from "../../../../src/replay/report/reporters/tap.ts";
import { brokenCorpus } from "../../../support/broken-corpus.ts";
import {
	failing,
	faults,
	located,
	moment,
	passedOf,
	reportsOf,
	summary,
	told,
} from "../../../support/reported-failures.ts";

test("pretty tells the conversation around the step, what differs, and why", () => {
	expect(told(pretty)).toBe(`FAILED short # pin, step 2 (dir/a.smst:4)
  source: VST 6.2
    # a PIN has four digits
  » > **** **** USRS:1,****,,1
  » < USRS:OK
    ? users.1.name ""
  expected: < USRS:OK
  got:      < USRS:ERROR
  why:      **** **** USRS:1,****,,1
                             ^^^^ user PIN: 4 digits, this has 2
            USRS:user,[pin],[name],[latch]

dir/b.smst:2:3: time: a length of time or an instant, this is neither
@ soon
  ^^^^
write +30s, +1h 30m or 2026-11-20T10:00:00Z

`);
});

test("tap counts what is passed without a name in one point", () => {
	expect(told(tap)).toBe(`TAP version 14
not ok 1 - short \\# pin
  ---
  source: "VST 6.2"
  failures:
    - {"file":"dir/a.smst","line":4,"step":2,"about":"replies","expected":["< USRS:OK"],"got":["< USRS:ERROR"],"why":"user PIN: 4 digits, this has 2"}
  ...
# malformed: dir/b.smst:2:3: time: a length of time or an instant, this is neither
ok 2 - 2 conversations passed
1..2
# digest sha256:00
Bail out! malformed lines in the corpus
`);
});

test("junit begins another file where one has so many cases", () => {
	const files: string[] = [""];
	const into = (at: number) => (text: string) => {
		files[at] += text;
	};
	const reporter = junit(into(0), false, null, {
		size: 2,
		next: () => into(files.push("") - 1),
	});
	for (const id of ["a", "b", "c"])
		reporter.passed?.({ id, file: "f", line: 1 }, 1);
	reporter.ended({ ...summary, passed: 3 });
	expect(files.map((each) => each.match(/testcase name="[^"]*"/g))).toEqual([
		['testcase name="a"', 'testcase name="b"'],
		['testcase name="c"'],
	]);
	expect(files.map((each) => each.includes("sha256:00"))).toEqual([
		false,
		true,
	]);
});

test("junit keeps the order and the number of many cases", () => {
	let xml = "";
	const reporter = junit((text) => {
		xml += text;
	});
	const ids = Array.from({ length: 1000 }, (_, at) => `c${at}`);
	for (const id of ids) reporter.passed?.({ id, file: "ä", line: 1 }, 1);
	reporter.ended({ ...summary, passed: 1000 });
	const cases = ids.map(
		(id) => `    <testcase name="${id}" classname="ä" time="0.001"/>\n`,
	);
	expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="1000" failures="0" errors="0">
  <testsuite name="alarmpanel replay" tests="1000" failures="0" errors="0" skipped="0">
    <properties>
      <property name="digest" value="sha256:00"/>
      <property name="seed" value="1"/>
    </properties>
${cases.join("")}  </testsuite>
</testsuites>`);
});

test("json is one document", () => {
	expect(JSON.parse(told(json))).toEqual({
		failures: [
			{
				id: "short # pin",
				file: "dir/a.smst",
				line: 4,
				model: "vst-2752",
				source: "VST 6.2",
				step: 2,
				about: "replies",
				around: [
					{ text: "# a PIN has four digits", here: false },
					{ text: "> **** **** USRS:1,****,,1", here: true },
					{ text: "< USRS:OK", here: true },
					{ text: '? users.1.name ""', here: false },
				],
				timeline: [
					moment(1, "comment", "# a PIN has four digits"),
					{
						...moment(2, "sms", "> **** **** USRS:1,****,,1"),
						came: ["< USRS:ERROR"],
						failed: true,
					},
					moment(3, "claim", '? users.1.name ""'),
				],
				expected: ["< USRS:OK"],
				got: ["< USRS:ERROR"],
				why: {
					code: "parameter/digits",
					message: "user PIN: 4 digits, this has 2",
					hint: null,
					drawn:
						"**** **** USRS:1,****,,1\n                 ^^^^ user PIN: 4 digits, this has 2\nUSRS:user,[pin],[name],[latch]",
				},
			},
		],
		malformedLines: [
			{
				file: "dir/b.smst",
				line: 2,
				column: 3,
				message: "time: a length of time or an instant, this is neither",
			},
		],
		...summary,
	});
});

test("junit has a case for each failure and one for the rest", () => {
	const xml = told(junit);
	expect(xml.split("<failure")[0]).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="3" failures="1" errors="1">
  <testsuite name="alarmpanel replay" tests="3" failures="1" errors="1" skipped="0">
    <properties>
      <property name="digest" value="sha256:00"/>
      <property name="seed" value="1"/>
    </properties>
    <testcase name="short # pin" classname="dir/a.smst">
      `);
	expect(xml).toContain("FAILED short # pin, step 2 (dir/a.smst:4)");
	expect(xml).toContain('<testcase name="2 conversations passed"');
});

test("junit holds whatever a conversation holds", () => {
	const odd = located("id \\u{0}]]>&\\u{d800}\n> \\u{1}\n< \\u{2}\n");
	expect(told(junit, false, odd)).toContain('name="␀]]>&amp;�"');
});

describe("github", () => {
	test("annotates the file and the line", () => {
		expect(told(github).split("%0A")[0]).toBe(
			"::error file=dir/a.smst,line=4,title=short # pin%3A replies::FAILED short # pin, step 2 (dir/a.smst:4)",
		);
	});

	test("tells ten distinct causes, and how many are left", () => {
		let output = "";
		const reporter = github((text) => {
			output += text;
		});
		for (let at = 0; at < 15; at += 1)
			reporter.failed(reportsOf(located(`> PROG 7982 ECHO:\n< ${at % 12}\n`)));
		reporter.ended(summary);
		expect(output.match(/^::error /gm)).toHaveLength(10);
		expect(output.trimEnd().split("\n").at(-1)).toBe(
			"::notice title=alarmpanel replay::5 more failures, or the same again",
		);
	});
});

describe("the name of a conversation", () => {
	const forged = located(
		"id x%0A::error::pwn\u{1b}[2J\u{9b}\u{202e}\n> PROG 7982 PIN?\n< no\n",
	);
	const shownName = "x%0A::error::pwn␛[2J\u{fffd}\u{fffd}";

	test("is no command to GitHub", () => {
		const [line = "", ...more] = told(github, false, forged).split("\n");
		expect(line.slice(0, line.indexOf("%0A"))).toBe(
			"::error file=dir/a.smst,line=2,title=x%250A%3A%3Aerror%3A%3Apwn␛[2J\u{fffd}\u{fffd}%3A replies::FAILED x%250A::error::pwn␛[2J\u{fffd}\u{fffd}, step 1 (dir/a.smst:2)",
		);
		expect(more.filter((each) => each.includes("pwn"))).toEqual([]);
	});

	test("moves no cursor of a terminal", () => {
		expect(told(pretty, false, forged).split("\n")[0]).toBe(
			`FAILED ${shownName}, step 1 (dir/a.smst:2)`,
		);
	});

	test("begins no line, wherever it has its line end from", () => {
		const { conversation } = forged;
		const id = "x\n::error::pwn\r\n\u{2028}::warning::pwn";
		const broken = { ...forged, conversation: { ...conversation, id } };
		for (const make of [github, pretty, tap])
			expect(told(make, true, broken)).not.toMatch(/^::(error|warning)::pwn/mu);
	});
});

test("github keeps within what GitHub keeps of a title and a message", () => {
	const long = "ä".repeat(39_000);
	const output = told(
		github,
		false,
		located(`id ${"long".repeat(100)}\n> ${long}\n< ${long}\n`),
	);
	const [first = ""] = output.split("\n");
	const [, head = "", message = ""] = /^::error (.*?)::(.*)$/.exec(first) ?? [];
	const [, title = ""] = /title=(.*)$/.exec(head) ?? [];
	expect(title).toHaveLength(255);
	const kept = Buffer.byteLength(message.replaceAll("%0A", "\n"));
	expect(kept).toBeLessThanOrEqual(64 * 1024);
	expect(kept).toBeGreaterThan(64 * 1024 - 8);
	expect(message.endsWith("ä …")).toBe(true);
});

describe("tap is read by a parser of others", () => {
	test.each([false, true])("what passed with its name: %j", (verbose) => {
		let output = "";
		const reporter = tap((text) => {
			output += text;
		});
		for (const { located } of readTranscript(brokenCorpus, "dir/b.smst"))
			if (located !== null) {
				const reports = reportsOf(located);
				if (reports.length > 0) reporter.failed(reports);
				else if (verbose) reporter.passed?.(passedOf(located));
			}
		reporter.ended({ ...summary, passed: 1, malformed: 0 });
		const events = Parser.parse(output, { strict: true });
		const points = events.flatMap(([type, value]) =>
			type === "assert" ? [value] : [],
		);
		expect(points.map(({ ok, name }) => [ok, name])).toEqual([
			[false, `<script>alert("id")</script> & 'friends' ]]>`],
			[false, "a-night % :: # \\ , at once"],
			[false, "the-network"],
			[true, verbose ? "fine" : "1 conversation passed"],
		]);
		expect(points[1]?.diag?.failures).toMatchObject([
			{ file: "dir/b.smst", line: 13, expected: ["<+15550199 not this"] },
			{ line: 16, about: "runtime.mode", expected: ["disarm"], got: ["away"] },
		]);
		expect(events.find(([type]) => type === "complete")?.[1]).toMatchObject({
			count: 4,
			fail: 3,
		});
	});
});

test("html escapes whatever a conversation holds, and asks for nothing from elsewhere", () => {
	let output = "";
	const reporter = htmlPage((text) => {
		output += text;
	});
	for (const { located } of readTranscript(brokenCorpus, "dir/b.smst")) {
		const reports = located === null ? [] : reportsOf(located);
		if (reports.length > 0) reporter.failed(reports);
	}
	for (const { fault } of faults) if (fault !== null) reporter.malformed(fault);
	reporter.ended(summary);
	expect(output).toContain(
		'<h3 id="h1">&#60;script&#62;alert(&#34;id&#34;)&#60;/script&#62; &#38; &#39;friends&#39; ]]&#62;</h3>',
	);
	expect(output).toContain(
		" · &#34;a&#34; &#60;b&#62;b&#60;/b&#62; ␀ \ufffd</p>",
	);
	expect(output).not.toMatch(/<(script|img|b|i)[ >]/);
	expect(output.replaceAll("https://example.invalid/x.png", "")).not.toMatch(
		/https?:|url\(|@import/,
	);
	expect(output).not.toMatch(/7982|12345/);
	expect(output).toContain(
		'<time datetime="2026-01-01T00:00:30Z">00:00:30</time><div class="what"><span class="line wait">@ +30s</span><span class="came">&#60;+15550199 armed by SMS</span><span class="tag">this does not hold</span>',
	);
	expect(output).toContain("<code>dir/b.smst:2:3: time: a length of time");
});

test.each([
	["pretty", pretty, "passed short # pin\n"],
	["tap", tap, "ok 1 - short \\# pin\n  ---\n  duration_ms: 1.500\n  ...\n"],
	[
		"json",
		json,
		'"passes":[{"id":"short # pin","file":"dir/a.smst","line":1,"took":1.5}]',
	],
	[
		"junit",
		junit,
		'<testcase name="short # pin" classname="dir/a.smst" time="0.0015"/>',
	],
])("%s tells what passed where everything is to be told", (_, make, text) => {
	let output = "";
	const reporter = make((each) => {
		output += each;
	}, true);
	reporter.passed?.(passedOf(failing), 1.5);
	reporter.ended(summary);
	expect(output).toContain(text);
});
