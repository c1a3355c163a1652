import { isDoing, type Step } from "./conversation.ts";

/** When a conversation begins that names no instant: 2026-01-01T00:00:00Z. */
export const START = Date.UTC(2026, 0, 1);

/** When a conversation begins: at its first step, if that is an instant. */
export function beginningOf(steps: readonly Step[]): number {
	const first = steps.find(isDoing);
	return first?.type === "at" ? first.instant : START;
}

/** The first step that would turn time back, counted from 0; null for none. */
export function backwards(steps: readonly Step[]): number | null {
	let now = beginningOf(steps);
	for (const [at, step] of steps.entries()) {
		if (step.type === "wait") now += step.milliseconds;
		if (step.type !== "at") continue;
		if (step.instant < now) return at;
		now = step.instant;
	}
	return null;
}
