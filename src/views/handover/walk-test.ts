import { type Html, html } from "../words/html-text.ts";
import type { FittedZone, Handover } from "./handover.ts";
import { box, section } from "./paper-parts.ts";
import type { HandoverWords, WalkTestAct } from "./words/handover-words.ts";

/** Every zone to be set off once and ticked. */
export function walkTest(
	{ zones }: Handover,
	words: HandoverWords,
): Html | null {
	if (zones.length === 0) return null;
	const { title, before, act, acts, reacted, remark } = words.walkTest;
	return section(
		title,
		html`<p>${before}</p>
<table>
<thead><tr><th class="number">${words.zone}</th><th>${words.name}</th><th>${act}</th><th class="tick">${reacted}</th><th class="blank">${remark}</th></tr></thead>
<tbody>${zones.map(
			(zone) =>
				html`<tr><td>${zone.number}</td><td>${zone.name}</td><td>${acts[actOf(zone)]}</td><td>${box}</td><td></td></tr>`,
		)}</tbody>
</table>`,
	);
}

/** How a device is set off, by its type, else by the attribute of its zone. */
function actOf({ type, attribute }: FittedZone): WalkTestAct {
	const byType = type === null ? undefined : actsByType[type];
	const byAttribute =
		attribute === null ? undefined : actsByAttribute[attribute];
	return byType ?? byAttribute ?? "any";
}

/** Numbers of device types. (CR21) */
const actsByType: { readonly [type: string]: WalkTestAct } = {
	"0": "press",
	"1": "open",
	"3": "walk",
	"4": "test-button",
	"10": "press",
	"11": "wet",
	"16": "press",
	"17": "press",
	"19": "test-button",
};

const actsByAttribute: { readonly [attribute: string]: WalkTestAct } = {
	fire: "test-button",
	water: "wet",
	"personal-attack": "press",
	"silent-panic": "press",
	medical: "press",
};
