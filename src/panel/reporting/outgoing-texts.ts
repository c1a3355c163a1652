import type { EventOf } from "../state/event.ts";
import type { OutgoingText } from "../state/leave.ts";
import { logged } from "../state/log.ts";
import { find, put, without } from "../state/numbered.ts";
import { done, type Outcome, refused } from "../state/outcome.ts";
import type { PanelState } from "../state/state.ts";
import { doubted } from "./doubts.ts";

/**
 * Puts a text into the outbox, where it stays until it is sent.
 * @param at when it is true, for one that says so when it leaves late
 */
export function queueText(
	state: PanelState,
	to: string,
	text: string,
	at?: number,
): PanelState {
	const { outgoing } = state.runtime;
	const id = 1 + Math.max(0, ...outgoing.map((each) => each.id));
	const dated = at === undefined ? {} : { at };
	return withOutgoing(state, [...outgoing, { id, to, text, ...dated }]);
}

/** Which text of the outbox it is. */
type TextLeft = Pick<EventOf["text-sent"], "id" | "by">;

/** A text has gone out. */
export function textSent(state: PanelState, { id }: TextLeft): Outcome {
	if (find(state.runtime.outgoing, id) === undefined)
		return unknownText(state, id);
	return done(withOutgoing(state, without(state.runtime.outgoing, id)));
}

/** A text can never go out; it is given up. */
export function textFailed(
	state: PanelState,
	{ id, by }: TextLeft,
	now: number,
): Outcome {
	const text = find(state.runtime.outgoing, id);
	if (text === undefined) return unknownText(state, id);
	const left = withOutgoing(state, without(state.runtime.outgoing, id));
	return done(logged(left, now, by, "not-sent", text.to));
}

/** A text may have gone out; it stays. The log says so once. */
export function textInDoubt(
	state: PanelState,
	{ id, by }: TextLeft,
	now: number,
): Outcome {
	const text = find(state.runtime.outgoing, id);
	if (text === undefined) return unknownText(state, id);
	const doubt = doubted(text.doubt, now);
	const outgoing = put(state.runtime.outgoing, { ...text, doubt });
	const present = withOutgoing(state, outgoing);
	return done(
		text.doubt === undefined
			? logged(present, now, by, "maybe-sent", text.to)
			: present,
	);
}

function unknownText(state: PanelState, id: number): Outcome {
	return refused(state, "mail/unknown", `there is no text ${id} to send`, null);
}

function withOutgoing(
	state: PanelState,
	outgoing: readonly OutgoingText[],
): PanelState {
	return { ...state, runtime: { ...state.runtime, outgoing } };
}
