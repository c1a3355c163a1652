import { MASK } from "../../derive/secrets.ts";
import type { Activity } from "../../firmware/activity.ts";
import { type Measure, measure } from "../../sms/segments.ts";
import { type TextWhy, whyOf } from "../../views/text-outcome.ts";
import { type MessageVerdict, verdictOf } from "../../views/words/verdict.ts";

/** A text that a phone sent and that has not come to the panel. */
export interface UnderwayText {
	readonly from: string;
	readonly text: string;
	/** When it was sent, in milliseconds since 1970-01-01T00:00:00Z. */
	readonly at: number;
}

/** One thing in the thread of a phone. */
export interface Bubble {
	/** Unlike those of all others in the thread. */
	readonly key: string;
	/** `silence` stands where an answer would be. */
	readonly kind: "sent" | "underway" | "received" | "silence";
	readonly text: string;
	/** When it was delivered, or sent where it is under way; milliseconds since 1970. */
	readonly at: number;
	/** Null where PINs or codes in it are masked: stars say nothing of its length. */
	readonly sms: Measure | null;
	/** Whose word it is that the message is right; null for what is no message. */
	readonly verdict: MessageVerdict | null;
	/** Why it was refused or not answered; null where it was not. */
	readonly why: TextWhy | null;
}

type TextActivity = Extract<Activity, { type: "text" }>;

/**
 * What passed between a phone and the panel, oldest first.
 * @param forms how each command is written, by word
 */
export function threadOf(
	activities: readonly Activity[],
	underway: readonly UnderwayText[],
	number: string,
	forms: ReadonlyMap<string, string>,
): readonly Bubble[] {
	const bubbles: Bubble[] = [];
	let refused: TextActivity | null = null;
	for (const each of activities) {
		if (each.type === "text" && each.from === number) {
			bubbles.push(sentBubble(each));
			if (each.silence !== null) bubbles.push(silenceBubble(each, forms));
			refused = each.report.diagnostics.length > 0 ? each : null;
		}
		if (each.type === "sent" && each.to === number && each.outcome === "sent") {
			const isRefusal = refused?.report.reply === each.text;
			const why = refused !== null && isRefusal ? whyOf(refused, forms) : null;
			if (isRefusal) refused = null;
			bubbles.push(bubble("received", each, { verdict: null, why }));
		}
	}
	const waiting = underway.filter(({ from }) => from === number);
	return [
		...bubbles,
		...waiting.map((each, id) =>
			bubble("underway", { ...each, id }, { verdict: null, why: null }),
		),
	];
}

function sentBubble(activity: TextActivity): Bubble {
	const { accepted, provenance } = activity.report;
	const verdict =
		activity.silence === null ? verdictOf(accepted, provenance) : null;
	return bubble("sent", activity, { verdict, why: null });
}

function silenceBubble(
	activity: TextActivity,
	forms: ReadonlyMap<string, string>,
): Bubble {
	const why = whyOf(activity, forms);
	return bubble("silence", { ...activity, text: "" }, { verdict: null, why });
}

function bubble(
	kind: Bubble["kind"],
	{
		id,
		text,
		at,
	}: { readonly id: number; readonly text: string; readonly at: number },
	{ verdict, why }: Pick<Bubble, "verdict" | "why">,
): Bubble {
	return {
		key: `${kind} ${id}`,
		kind,
		text,
		at,
		sms: text.includes(MASK) ? null : measure(text),
		verdict,
		why,
	};
}
