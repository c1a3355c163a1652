import { type Html, html } from "../words/html-text.ts";
import type { Handover, HandoverItem } from "./handover.ts";
import { box, section } from "./paper-parts.ts";
import { walkTest } from "./walk-test.ts";
import type { HandoverWords } from "./words/handover-words.ts";

/** The as-fitted record: what was fitted, how that is known, tests and signatures. */
export function installerPaper(handover: Handover, words: HandoverWords): Html {
	const { devices, settings, byHand, tests } = words;
	const hand = handover.items.filter((item) => item.byHand !== null);
	return html`${section(devices.title, devicesTable(handover, words))}
${section(settings.title, settingsTable(handover.items, words))}
${hand.length === 0 ? null : section(byHand.title, byHandTable(hand, words))}
${walkTest(handover, words)}
${section(tests.title, testsTable(handover, words))}
${signatures(words)}`;
}

function devicesTable({ zones }: Handover, words: HandoverWords): Html {
	if (zones.length === 0) return html`<p>${words.noZones}</p>`;
	const { devices } = words;
	return html`<table>
<thead><tr><th class="number">${words.zone}</th><th>${words.name}</th><th>${devices.type}</th><th>${devices.rfId}</th><th>${devices.attribute}</th></tr></thead>
<tbody>${zones.map(
		({ number, name, type, rfId, attribute }) =>
			html`<tr><td>${number}</td><td>${name}</td><td>${type === null ? null : (devices.types[type] ?? type)}</td><td>${rfId}</td><td>${attribute}</td></tr>`,
	)}</tbody>
</table>`;
}

function settingsTable(
	items: readonly HandoverItem[],
	{ settings }: HandoverWords,
): Html {
	if (items.length === 0) return html`<p>${settings.none}</p>`;
	return html`<table>
<thead><tr><th>${settings.path}</th><th>${settings.value}</th><th>${settings.known}</th></tr></thead>
<tbody>${items.map(
		({ path, value, how, at }) =>
			html`<tr><td class="long">${path}</td><td class="long">${value ?? settings.absent}</td><td class="narrow">${settings.how[how]}${at === null ? "" : `, ${at}`}</td></tr>`,
	)}</tbody>
</table>
<p><small>${settings.legend}</small></p>`;
}

function byHandTable(
	items: readonly HandoverItem[],
	{ settings, byHand }: HandoverWords,
): Html {
	return html`<table>
<tbody>${items.map(
		({ path, value, byHand: why }) =>
			html`<tr><td class="long">${path}</td><td class="long">${value ?? settings.absent}</td><td>${why === null ? null : byHand.why[why]}</td><td class="tick">${box} ${byHand.done}</td></tr>`,
	)}</tbody>
</table>`;
}

function testsTable(
	{ users, told, messages }: Handover,
	words: HandoverWords,
): Html {
	const { tests, sms } = words;
	const rows = [
		tests.mains,
		tests.siren,
		...users.map(({ number, name }) =>
			tests.code(name === "" ? String(number) : name),
		),
		...told.map(({ to }) => tests.report(to)),
		...messages.map(({ mode }) => tests.message(sms.does[mode])),
	];
	return html`<table>
<thead><tr><th>${tests.test}</th><th class="blank">${tests.result}</th><th class="blank">${tests.date}</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><td>${row}</td><td></td><td></td></tr>`)}</tbody>
</table>`;
}

function signatures({ signatures: words }: HandoverWords): Html {
	const of = (who: string) =>
		html`<div><h3>${who}</h3>${[words.name, words.date, words.signature].map((line) => html`<p class="line">${line}</p>`)}</div>`;
	return section(
		words.title,
		html`<div class="signatures">${of(words.installer)}${of(words.customer)}</div>`,
	);
}
