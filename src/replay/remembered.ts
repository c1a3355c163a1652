import type { PanelState } from "../panel/state.ts";

/**
 * What a panel remembers differently after a conversation, as text: the parts
 * of its state that changed, the event log and the guard among them. Equal
 * contents give equal texts. Parts that both states share are skipped unseen, and
 * a part of the state that many conversations begin with is written once.
 */
export function remembered(before: PanelState, after: PanelState): string {
	if (before === after) return "";
	return (
		changedParts(before, after) + changedParts(before.runtime, after.runtime)
	);
}

function changedParts(before: object, after: object): string {
	let text = "";
	for (const name of namesOf(before)) {
		const old: unknown = Reflect.get(before, name);
		const part: unknown = Reflect.get(after, name);
		if (old === part) continue;
		const written = JSON.stringify(part);
		if (written !== knownText(old)) text += `${name}${written}\n`;
	}
	return text;
}

const knownNames = new WeakMap<object, readonly string[]>();

/** The runtime is looked at part by part. */
function namesOf(parts: object): readonly string[] {
	let names = knownNames.get(parts);
	if (names === undefined) {
		names = Object.keys(parts).filter((name) => name !== "runtime");
		knownNames.set(parts, names);
	}
	return names;
}

const knownTexts = new WeakMap<object, string>();

function knownText(part: unknown): string | undefined {
	if (typeof part !== "object" || part === null) return JSON.stringify(part);
	let text = knownTexts.get(part);
	if (text === undefined) {
		text = JSON.stringify(part);
		knownTexts.set(part, text);
	}
	return text;
}
