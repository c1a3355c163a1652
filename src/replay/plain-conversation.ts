import type { Conversation, Reply, Sms } from "./conversation.ts";
import { literally } from "./pattern.ts";

/** The conversation on a line of JSON, where it is one of the plainest form. */
export function plainJson(line: string): Conversation | null {
	try {
		return plainConversation(JSON.parse(line));
	} catch {
		return null;
	}
}

/**
 * A conversation of the plainest form, which most lines of a big corpus have:
 * an id, and messages with the plain texts of their replies. Null for whatever
 * else there is, right or wrong: the schema judges that. A short cut for speed,
 * held equal to the schema's reading by a property.
 */
function plainConversation(document: unknown): Conversation | null {
	if (!isObject(document)) return null;
	const { id, steps } = document;
	if (typeof id !== "string" || id === "" || !Array.isArray(steps)) return null;
	if (Object.keys(document).length !== 2) return null;
	const messages: Sms[] = [];
	for (const step of steps) {
		const message = isObject(step) ? plainSms(step) : null;
		if (message === null) return null;
		messages.push(message);
	}
	return {
		id,
		model: null,
		config: null,
		seed: null,
		source: null,
		tags: NONE,
		steps: messages,
	};
}

const NONE: readonly string[] = [];

function plainSms(step: { readonly [key: string]: unknown }): Sms | null {
	let known = 0;
	const { sms, from, replies } = step;
	if (typeof sms !== "string") return null;
	known += 1;
	if (from !== undefined) {
		if (typeof from !== "string") return null;
		known += 1;
	}
	let expected: Reply[] | null = null;
	if (replies !== undefined) {
		if (!Array.isArray(replies)) return null;
		expected = [];
		for (const reply of replies) {
			if (typeof reply !== "string" || reply === "") return null;
			if (literally(reply) !== reply) return null;
			expected.push({ to: null, pattern: reply });
		}
		known += 1;
	}
	if (Object.keys(step).length !== known) return null;
	return { type: "sms", text: sms, from: from ?? null, replies: expected };
}

function isObject(
	value: unknown,
): value is { readonly [key: string]: unknown } {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
