import { reactions } from "../panel/alarm/reactions.ts";
import { reportEventRow, reportEvents } from "../panel/state/contact-id.ts";
import { attributes } from "../panel/state/fields/attributes.ts";
import {
	type TroubleName,
	troubleRow,
	troubles,
} from "../panel/state/troubles.ts";
import { behaviourRules } from "./behaviour-rules.ts";
import type { Behaviour } from "./behaviours/behaviour-form.ts";

/** Everything that the panel does by itself, with provenance, source and reason. */
export const behaviours: readonly Behaviour[] = [
	...behaviourRules,
	...attributes.flatMap(({ value, meaning }) =>
		reactionBehaviours(value, meaning),
	),
	...Object.keys(troubles).filter(isTrouble).map(troubleBehaviour),
	...Object.keys(reportEvents).filter(isEvent).map(codeBehaviour),
];

function reactionBehaviours(
	attribute: keyof typeof reactions,
	meaning: string,
): readonly Behaviour[] {
	const { to, source, provenance, inferred, reason } = reactions[attribute];
	const cells = Object.entries(to);
	const said = (of: typeof cells) =>
		`${meaning}: ${of.map(([where, what]) => `${where} ${what}`).join(", ")}`;
	const isOurs = ([where]: (typeof cells)[number]) =>
		inferred.some((cell) => cell === where);
	const printed = cells.filter((cell) => !isOurs(cell));
	const ours = cells.filter(isOurs);
	const found: Behaviour[] = [];
	if (printed.length > 0)
		found.push({
			id: `reaction/${attribute}`,
			rule: said(printed),
			provenance,
			source,
			reason: "",
		});
	if (ours.length > 0)
		found.push({
			id: `reaction/${attribute}/inferred`,
			rule: said(ours),
			provenance: "inferred",
			source,
			reason,
		});
	return found;
}

function troubleBehaviour(name: TroubleName): Behaviour {
	const { event, lasts, watched, provenance, source, reason } =
		troubleRow(name);
	const when = lasts === "no-time" ? "at once" : `after the ${lasts}`;
	const where = watched === "always" ? "" : `, with ${watched} on`;
	return {
		id: `trouble/${name}`,
		rule: `${name}: ${reportEventRow(event).meaning}, reported ${when}${where}`,
		provenance,
		source,
		reason,
	};
}

function isTrouble(word: string): word is TroubleName {
	return Object.hasOwn(troubles, word);
}

function codeBehaviour(event: keyof typeof reportEvents): Behaviour {
	const { climax, general, meaning, provenance, source } =
		reportEventRow(event);
	return {
		id: `contact-id/${event}`,
		rule: `${meaning}: Contact ID ${climax}, in the general list ${general}`,
		provenance,
		source,
		reason: "",
	};
}

function isEvent(word: string): word is keyof typeof reportEvents {
	return Object.hasOwn(reportEvents, word);
}
