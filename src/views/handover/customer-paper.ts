import { phrasesIn } from "../../commands/plain/phrases/languages.ts";
import { reactions } from "../../panel/alarm/reactions.ts";
import type { Attribute } from "../../panel/state/fields/attributes.ts";
import type { WantedMode } from "../../panel/state/fields/modes.ts";
import type { Language } from "../../panel/state/remote-access.ts";
import { type Html, html } from "../words/html-text.ts";
import type { FittedZone, Handover } from "./handover.ts";
import { messageHtml, placeText, section } from "./paper-parts.ts";
import { walkTest } from "./walk-test.ts";
import type { HandoverWords } from "./words/handover-words.ts";

/** What the people of the house have to know. It holds no credential. */
export function customerPaper(
	handover: Handover,
	words: HandoverWords,
	language: Language,
): Html {
	const { keypad, sms, told } = words;
	const isArmed = handover.messages.length > 0;
	return html`${isArmed ? section(keypad.title, atTheKeypad(handover, words)) : null}
${section(sms.title, isArmed ? bySms(handover, words) : html`<p>${sms.none}</p>`)}
${section(words.zones, zonesTable(handover, words, language))}
${section(words.users, usersList(handover, words))}
${section(
	told.title,
	handover.told.length === 0
		? html`<p>${told.none}</p>`
		: html`<ul>${handover.told.map((place) => html`<li>${placeText(place, words)}</li>`)}</ul>`,
)}
${walkTest(handover, words)}`;
}

function atTheKeypad(
	{ delays, homeModes }: Handover,
	{ keypad }: HandoverWords,
): Html {
	const steps = [
		...keypad.leave,
		keypad.exit(delays.exitAway),
		...(homeModes.length === 0 ? [] : [keypad.home]),
		keypad.comeBack,
		keypad.entry(delays.entry),
	];
	return html`<ul>${steps.map((step) => html`<li>${step}</li>`)}</ul>
<p><small>${keypad.keys}</small></p>`;
}

function bySms(
	{ messages, number, code }: Handover,
	words: HandoverWords,
): Html {
	const { sms } = words;
	return html`<p>${sms.to(number)}</p>
<dl class="messages">${messages.map(
		(message) =>
			html`<dt>${sms.does[message.mode]}</dt><dd>${messageHtml(message, code, words)}</dd>`,
	)}</dl>
<p>${sms.fillIn}${code === "installer-code" ? ` ${sms.installerCode}` : ""} ${sms.silence}</p>`;
}

function zonesTable(
	{ zones, reacts, homeModes }: Handover,
	words: HandoverWords,
	language: Language,
): Html {
	if (zones.length === 0) return html`<p>${words.noZones}</p>`;
	const modes: readonly WantedMode[] = reacts
		? ["away", ...homeModes, "disarm"]
		: [];
	return html`<table>
<thead><tr><th class="number">${words.zone}</th><th>${words.name}</th>${modes.map((mode) => html`<th>${words.modes[mode]}</th>`)}</tr></thead>
<tbody>${zones.map(
		(zone) =>
			html`<tr><td>${zone.number}</td><td>${zone.name}</td>${modes.map((mode) => html`<td>${reactionIn(zone, mode, words, language)}</td>`)}</tr>`,
	)}</tbody>
</table>`;
}

/** What a trip of a zone does in a mode; "" where its attribute is not known. */
function reactionIn(
	{ attribute }: FittedZone,
	mode: WantedMode,
	words: HandoverWords,
	language: Language,
): string {
	if (attribute === null || !isAttribute(attribute)) return "";
	const { to, alarm } = reactions[attribute];
	const reaction = to[mode];
	return reaction === "alarm"
		? words.alarm(phrasesIn[language].alarms[alarm])
		: words.reactions[reaction];
}

/** A site may write a reference instead. */
function isAttribute(text: string): text is Attribute {
	return Object.hasOwn(reactions, text);
}

function usersList({ users }: Handover, words: HandoverWords): Html {
	const list =
		users.length === 0
			? html`<p>${words.noUsers}</p>`
			: html`<ul>${users.map(({ number, name }) => html`<li>${number}${name === "" ? "" : ` ${name}`}</li>`)}</ul>`;
	return html`${list}<p><small>${words.usersNote}</small></p>`;
}
