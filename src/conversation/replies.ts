import type { Outgoing } from "../firmware/outbox/next.ts";
import { DEFAULT_PHONE } from "../network/default-numbers.ts";
import type { Doing, ExpectedReplies } from "./conversation.ts";
import { type Captures, type FindRegex, fitted } from "./pattern.ts";

/** The number that a step's answer goes to. */
export function senderOf(step: Doing): string {
	return step.type === "sms" ? (step.from ?? DEFAULT_PHONE) : DEFAULT_PHONE;
}

/**
 * The captures after replies that match, or null where they do not. Texts to one
 * number are compared in order; between numbers there is no order.
 * @throws SlowPatternError
 */
export function fits(
	expected: ExpectedReplies,
	sent: readonly Outgoing[],
	sender: string,
	before: Captures,
	find?: FindRegex,
): Captures | null {
	if (expected === null) return before;
	if (expected.length !== sent.length) return null;
	let captures = before;
	for (const [at, { to, pattern }] of expected.entries()) {
		const recipient = to ?? sender;
		let earlier = 0;
		for (let index = 0; index < at; index += 1)
			if ((expected[index]?.to ?? sender) === recipient) earlier += 1;
		const came = sent.find((text) => text.to === recipient && earlier-- === 0);
		if (came === undefined) return null;
		const fit = fitted(pattern, came.text, captures, find);
		if (fit === null) return null;
		captures = fit;
	}
	return captures;
}
