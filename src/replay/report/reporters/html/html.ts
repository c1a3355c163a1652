import type { CorpusFault } from "../../../../conversation/corpus-fault.ts";
import { corpusFaultText } from "../../../../conversation/corpus-fault.ts";
import { howMany } from "../../../../how-many.ts";
import { instantText } from "../../../../time/instant.ts";
import { Html, html } from "../../../../views/words/html-text.ts";
import type { FailureReport, Moment } from "../../failure-report.ts";
import { lostLines } from "../../lost-block.ts";
import type { Reporter, Write } from "../../reporter.ts";
import { countsText, type Summary } from "../../summary.ts";
import { coverageOf } from "./coverage-table.ts";
import { RunTimes, timesOf } from "./run-times.ts";
import { style } from "./style.ts";

/** Of failures and faults as they are told, in characters: the page stays under 2 MB. */
const ROOM = 600_000;

/** At most so many failures are shown: nobody reads a page of thousands. */
const TOLD = 200;

/**
 * One page that needs nothing else: the counts, every failure with what was
 * expected, what came and why, and the conversation as it went in time.
 */
export function htmlPage(write: Write): Reporter {
	const failed: (readonly FailureReport[])[] = [];
	const faults: CorpusFault[] = [];
	const times = new RunTimes();
	let untold = 0;
	let room = ROOM;
	const fits = (thing: unknown) => {
		const size = JSON.stringify(thing).length;
		if (size > room) return false;
		room -= size;
		return true;
	};
	return {
		tellsTimeline: true,
		failed(reports) {
			if (failed.length < TOLD && fits(reports)) failed.push(reports);
			else untold += 1;
		},
		malformed(fault) {
			if (faults.length < TOLD && fits(fault)) faults.push(fault);
		},
		ran: (block) => times.add(block),
		ended: (summary) =>
			write(page(summary, failed, faults, times, untold).text),
	};
}

function page(
	summary: Summary,
	failed: readonly (readonly FailureReport[])[],
	faults: readonly CorpusFault[],
	times: RunTimes,
	untold: number,
): Html {
	const title = verdict(summary);
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="alarmpanel replay">
<title>${title} · alarmpanel replay</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#failures">To the failures</a>
<header>
<h1>${title}</h1>
<p class="facts">${countsText(summary)}</p>
${bar(summary)}
<p class="facts">seed ${summary.seed} · <code>${summary.digest}</code></p>
${
	failed.length > 1
		? html`<nav aria-label="Failures"><h2>Failures</h2><ol class="contents">${failed.map(entry)}</ol></nav>`
		: null
}
${causesOf(summary)}
${lostOf(summary)}
</header>
<main id="failures">
${
	faults.length === 0
		? null
		: html`<h2>Lines that cannot be read</h2>
${faults.map(malformed)}`
}
${failed.length === 0 ? null : html`<h2>What does not hold</h2>`}
${failed.map(failure)}
${untold === 0 ? null : html`<p>${untold} more conversations failed; the reporter json tells all of them.</p>`}
</main>
${timesOf(times)}
${coverageOf(summary)}
<footer>Written by <code>alarmpanel replay --reporter html</code>. Times are the conversation's own, in UTC.</footer>
</body>
</html>
`;
}

/** The most frequent causes; nothing where there is one failure. */
function causesOf({ causes: list, otherFailures }: Summary): Html | null {
	const failures = list.reduce(
		(sum, each) => sum + each.failures,
		otherFailures,
	);
	if (failures < 2) return null;
	return html`<section aria-label="Causes"><h2>Causes</h2><ul class="causes">${list
		.slice(0, 20)
		.map(
			({ cause, failures: count, first, shrunk }) =>
				html`<li>${count} × ${cause} <small>first: ${first.id}, ${first.file}:${first.line}</small>${
					shrunk === null
						? null
						: html`<pre tabindex="0" aria-label="the shortest that fails so">${shrunk.join("\n")}</pre>`
				}</li>`,
		)}</ul></section>`;
}

/** What could not be run. */
function lostOf({ lost }: Summary): Html | null {
	if (lost.length === 0) return null;
	return html`<section aria-label="Not run"><h2>Not run</h2><ul>${lostLines(
		lost.slice(0, TOLD),
	).map((line) => html`<li>${line}</li>`)}</ul></section>`;
}

function verdict({ conversations, failed, malformed }: Summary): string {
	if (failed > 0)
		return `${failed} of ${howMany(conversations, "conversation does", "conversations do")} not hold`;
	if (malformed > 0) return "The corpus cannot be read";
	return `${conversations === 1 ? "The conversation holds" : `All ${conversations} conversations hold`}`;
}

function bar({ conversations, failed, passed }: Summary): Html | null {
	if (conversations === 0) return null;
	const share = ((100 * failed) / conversations).toFixed(2);
	return html`<div class="bar" role="img" aria-label="${passed} passed, ${failed} failed">${
		failed === 0 ? null : html`<span style="width: ${share}%"></span>`
	}</div>`;
}

function entry(reports: readonly FailureReport[], at: number): Html {
	const [first] = reports;
	return html`<li><a href="#f${at + 1}">${first?.id ?? ""}</a> <small>${
		first?.why?.message ?? wanted(first)
	}</small></li>`;
}

function wanted(report: FailureReport | undefined): string {
	if (report === undefined) return "";
	const { about, expected } = report;
	const what = expected.join(" and ");
	return about === "replies" ? `expected ${what}` : `${about} ${what}`;
}

function failure(reports: readonly FailureReport[], at: number): Html | null {
	const [first] = reports;
	if (first === undefined) return null;
	const { id, file, line, model, source, timeline } = first;
	return html`<article class="failure" id="f${at + 1}" aria-labelledby="h${at + 1}">
<h3 id="h${at + 1}">${id}</h3>
<p class="facts"><code>${file}:${line}</code> · ${model}${source === null ? null : html` · ${source}`}</p>
${reports.map((report, index) => claim(report, reports[index - 1], reports.length > 1))}
${
	timeline.length === 0
		? null
		: html`<h4>The conversation as it went</h4>
<ol class="timeline">${timeline.map((moment, index) => step(moment, timeline[index - 1]))}</ol>`
}
</article>
`;
}

function claim(
	report: FailureReport,
	before: FailureReport | undefined,
	isOneOfMany: boolean,
): Html {
	const { step, about, expected, got, why } = report;
	const same =
		expected.join("\n") === got.join("\n") && why?.code !== "corpus/path";
	return html`${
		isOneOfMany || about !== "replies"
			? html`<p class="about">Step ${step}: ${about === "replies" ? "what came" : html`<code>${about}</code>`}</p>`
			: null
	}<dl class="claims">
<div class="expected"><dt>expected</dt><dd>${said(expected)}</dd></div>
<div class="got"><dt>got</dt><dd>${said(got)}</dd></div>
</dl>
${same ? html`<p class="facts">They differ only in masked secrets; --show-secrets shows them.</p>` : null}
${why === null || why.drawn === before?.why?.drawn ? null : html`<pre class="why" tabindex="0" aria-label="why">${why.drawn}</pre>`}
`;
}

/** Lines of a transcript; a bare mark is silence. */
function said(lines: readonly string[]): Html {
	return html`${lines.map((line, at) => [
		at === 0 ? null : "\n",
		line === "<" ? html`<span class="silent">silence</span>` : line,
	])}`;
}

function step(moment: Moment, before: Moment | undefined): Html {
	const { at, type, text, came, failed } = moment;
	const isNew = before === undefined || before.at !== at;
	return html`<li${failed ? html` class="failed"` : null}>${
		isNew
			? html`<time datetime="${instantText(at)}">${clockOf(at, before)}</time>`
			: html`<span></span>`
	}<div class="what"><span class="${type === "sms" ? "sms" : `line ${type}`}">${text}</span>${came.map(
		(line) => html`<span class="came">${line}</span>`,
	)}${
		type === "sms" && came.length === 0
			? html`<span class="came silent">no answer</span>`
			: null
	}${failed ? html`<span class="tag">this does not hold</span>` : null}</div></li>`;
}

/** The time of day, with the date where it is another one. */
function clockOf(at: number, before: Moment | undefined): string {
	const [date = "", time = ""] = instantText(at).replace("Z", "").split("T");
	const [earlier] =
		before === undefined ? [] : instantText(before.at).split("T");
	return date === earlier ? time : `${date} ${time}`;
}

function malformed(fault: CorpusFault): Html {
	const [place = "", ...rest] = corpusFaultText(fault).split("\n");
	return html`<div class="malformed"><code>${place}</code><pre tabindex="0">${rest.join("\n")}</pre></div>
`;
}
