import { durationOf } from "../time/duration.ts";
import type { ChannelEffect, Rule } from "./channel-rule.ts";
import type { PhoneLineFaultKind } from "./phone-line-fault.ts";

/** A rule of the channel read from text, or why the text is none. */
export type ReadRule =
	| { readonly ok: true; readonly rule: Rule }
	/** One line for people; it lists the forms that are right. */
	| { readonly ok: false; readonly reason: string };

/** The forms of a rule, for help. */
export const channelForms =
	"loss 10%, delay 30s, reorder 30s, duplicate 5s, alphabet, cms 38, storage-full 1m, no-registration 1m, deaf 1m, port-gone 1m; then 10%, 3x, from +15550101, to +15550100";

/**
 * Reads a rule: the effect, its duration where it has one, and then the
 * conditions: a probability (`10%`), a number of times (`3x`), the sender
 * (`from`), the recipient (`to`). A fault is one of the recipient's modem.
 */
export function readChannelRule(text: string): ReadRule {
	const words = text.trim().split(/\s+/);
	const effect = takeEffect(words);
	if (effect === null) return wrong(text);
	let rule: Rule = { effect };
	while (words.length > 0) {
		const more = takeCondition(words);
		if (more === null) return wrong(text);
		rule = { ...rule, ...more };
	}
	return { ok: true, rule };
}

const troubles: readonly PhoneLineFaultKind[] = [
	"storage-full",
	"no-registration",
	"deaf",
	"port-gone",
];

/** Takes the words of an effect off the front; null where they are none. */
function takeEffect(words: string[]): ChannelEffect | null {
	const kind = words.shift();
	switch (kind) {
		case "loss":
		case "alphabet":
			return { kind };
		case "delay":
		case "reorder":
		case "duplicate": {
			const duration = takeDuration(words);
			return duration === null ? null : { kind, duration };
		}
		case "cms": {
			const code = words.shift() ?? "";
			if (!/^\d{1,3}$/.test(code)) return null;
			return { kind: "refusal", cms: Number(code) };
		}
	}
	const trouble = troubles.find((each) => each === kind);
	const duration = trouble === undefined ? null : takeDuration(words);
	return trouble === undefined || duration === null
		? null
		: {
				kind: "trouble",
				at: "recipient",
				trouble: { kind: trouble, duration },
			};
}

function takeCondition(words: string[]): Partial<Rule> | null {
	const word = words.shift() ?? "";
	const number = words[0];
	if (word === "from" || word === "to") {
		if (number === undefined) return null;
		words.shift();
		return { [word]: number };
	}
	const [, percent] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(word) ?? [];
	if (percent !== undefined && Number(percent) <= 100)
		return { probability: Number(percent) / 100 };
	const [, times] = /^(\d{1,9})x$/.exec(word) ?? [];
	return times === undefined ? null : { times: Number(times) };
}

function takeDuration(words: string[]): number | null {
	return durationOf(words.shift() ?? "");
}

function wrong(text: string): ReadRule {
	return {
		ok: false,
		reason: `${JSON.stringify(text)} is not a channel rule; write one of: ${channelForms}`,
	};
}
