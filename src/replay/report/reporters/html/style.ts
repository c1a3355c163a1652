/** The look of the report: light and dark, for screens and paper, without a font or an image from elsewhere. */
export const style = `
:root {
	color-scheme: light dark;
	--page: #f6f7f9; --card: #fff; --line: #dde1e8; --text: #1b2330; --soft: #566173;
	--bad: #b3261e; --bad-wash: #fdeeec; --good: #1b6e3c; --good-wash: #e9f6ee;
	--link: #1f5fbf; --code: #f1f3f6; --rail: #c3cad6; --mark: #8a5a00; --mark-wash: #fff5e0;
	--mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
	:root {
		--page: #12151b; --card: #1a1f28; --line: #2e3645; --text: #e6eaf1; --soft: #a3aec0;
		--bad: #ff8a80; --bad-wash: #3a1f20; --good: #79d69a; --good-wash: #18301f;
		--link: #8ab4f8; --code: #232a36; --rail: #465166; --mark: #f3c56a; --mark-wash: #33290f;
	}
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.1rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.15rem; margin: 0; overflow-wrap: anywhere; }
.verdict.bad { color: var(--bad); } .verdict.good { color: var(--good); }
.facts { color: var(--soft); margin: 0; overflow-wrap: anywhere; }
.facts code { font-size: .85em; }
code, pre { font-family: var(--mono); }
.bar { display: flex; height: .6rem; border-radius: 99px; overflow: hidden; margin: 1.25rem 0 .5rem; background: var(--good); }
.bar span { background: var(--bad); min-width: .4rem; }
.counts { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0 0 1rem; padding: 0; list-style: none; }
.counts b { font-variant-numeric: tabular-nums; }
.contents { columns: 2 20rem; padding-left: 1.25rem; margin: 0; }
.contents li { break-inside: avoid; overflow-wrap: anywhere; padding: .1rem 0; }
.contents small { color: var(--soft); }
.failure { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem 1.5rem 1.5rem; margin: 0 0 1.5rem; scroll-margin-top: 1rem; }
.failure > .facts { font-size: .9rem; margin-bottom: 1rem; }
.claims { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: .75rem; margin: 0 0 .75rem; }
.claims div { border-radius: 8px; padding: .6rem .8rem; min-width: 0; }
.claims dt { font-size: .8rem; font-weight: 600; margin: 0; }
.claims dd { margin: .15rem 0 0; font-family: var(--mono); font-size: .9rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.expected { background: var(--good-wash); } .expected dt { color: var(--good); }
.got { background: var(--bad-wash); } .got dt { color: var(--bad); }
.about { font-size: .9rem; font-weight: 600; margin: 1.25rem 0 .5rem; }
.why { background: var(--code); border-radius: 8px; padding: .7rem .9rem; margin: 0; overflow-x: auto; font-size: .85rem; line-height: 1.45; }
h4 { font-size: .9rem; margin: 1.4rem 0 .6rem; color: var(--soft); font-weight: 600; }
.timeline { list-style: none; margin: 0; padding: 0; }
.timeline li { display: grid; grid-template-columns: 6.5rem 1fr; column-gap: 2rem; position: relative; padding: .3rem 0; }
.timeline li::before { content: ""; position: absolute; left: 7.45rem; top: 0; bottom: 0; width: 2px; background: var(--rail); }
.timeline li:first-child::before { top: 1rem; } .timeline li:last-child::before { bottom: auto; height: 1rem; }
.timeline li:only-child::before { display: none; }
.timeline li::after { content: ""; position: absolute; left: 7.1rem; top: .75rem; width: .7rem; height: .7rem; border-radius: 50%; background: var(--card); border: 2px solid var(--rail); }
.timeline li.failed::after { background: var(--bad); border-color: var(--bad); box-shadow: 0 0 0 4px var(--bad-wash); }
.timeline time { color: var(--soft); font-size: .8rem; text-align: right; padding-top: .3rem; font-variant-numeric: tabular-nums; }
.what { min-width: 0; padding: .15rem 0; }
.sms, .came { display: block; width: fit-content; max-width: 100%; font-family: var(--mono); font-size: .875rem; white-space: pre-wrap; overflow-wrap: anywhere; padding: .25rem .7rem; border-radius: 10px; }
.sms { background: var(--code); border-bottom-left-radius: 2px; }
.came { margin: .35rem 0 0 1.75rem; border: 1px solid var(--line); border-bottom-right-radius: 2px; }
.came.silent { border-style: dashed; }
.failed .came { border-color: var(--bad); }
.line { font-family: var(--mono); font-size: .875rem; white-space: pre-wrap; overflow-wrap: anywhere; padding: .25rem 0; display: block; }
.comment { color: var(--soft); font-style: italic; }
.channel { color: var(--mark); }
.tag { font-size: .75rem; font-weight: 600; color: var(--bad); display: block; padding-top: .2rem; }
.silent { color: var(--soft); font-style: italic; font-family: inherit; }
.malformed { border-left: 4px solid var(--mark); background: var(--mark-wash); padding: .75rem 1rem; border-radius: 0 8px 8px 0; margin: 0 0 1rem; }
.malformed pre { margin: .4rem 0 0; overflow-x: auto; font-size: .85rem; }
footer { color: var(--soft); font-size: .85rem; padding-top: 1rem; padding-bottom: 3rem; }
@media (max-width: 40rem) {
	.failure { padding: 1rem; }
	.timeline li { grid-template-columns: 1fr; padding-left: 1.6rem; }
	.timeline li::before { left: .3rem; } .timeline li::after { left: 0; }
	.timeline time { text-align: left; padding-top: 0; }
}
@media print { body { background: none; } .failure { break-inside: avoid; } }
`;
