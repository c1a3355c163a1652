import type { ActivityFeed } from "./activity.ts";

/** The SIM's credit, as the network told it. */
export interface KnownCredit {
	readonly amount: number;
	/** When, in milliseconds since 1970-01-01T00:00:00Z. */
	readonly at: number;
}

/**
 * Follows what the network says of the credit.
 * @returns what is known of it since then; null for nothing
 */
export function followCredit(activity: ActivityFeed): () => KnownCredit | null {
	let known: KnownCredit | null = null;
	activity.follow((each) => {
		if (each.type !== "event" || each.event.type !== "credit-known") return;
		const amount = amountIn(each.event.text);
		if (amount !== null) known = { amount, at: each.at };
	});
	return () => known;
}

/**
 * The amount in what a network says of the credit: the only number with two
 * decimals, as in `Credit: 12,50 EUR until 01.03.`; null where there is none, or
 * more than one.
 */
export function amountIn(text: string): number | null {
	const found = text.match(/(?<![\d.,])\d{1,6}[.,]\d{2}(?![\d.,]*\d)/g) ?? [];
	const [amount] = found;
	return amount === undefined || found.length > 1
		? null
		: Number(amount.replace(",", "."));
}
