import type { Event, Sms } from "../conversation/conversation.ts";
import type { PanelIdentity } from "../firmware/answer/response.ts";
import type { Outgoing } from "../firmware/outbox/next.ts";
import { DEFAULT_PHONE } from "../network/default-numbers.ts";
import type { MovedPanel } from "../simulation/discreet/discreet-panel.ts";
import { instantAfter } from "../simulation/instant-after.ts";
import type { LibraryPanel } from "../simulation/library-panel.ts";
import { doneStep } from "../simulation/told-session.ts";
import type { DisturbedPanel } from "./disturbed-panel.ts";
import type { PageSession } from "./page-session.ts";

/**
 * The handle on a panel whose steps a session keeps. It tells everything, duress
 * among it.
 */
export function sessionPanel(
	identity: PanelIdentity,
	panel: LibraryPanel,
	disturbed: DisturbedPanel,
	session: PageSession,
): MovedPanel {
	const done = async <T extends { readonly sent: readonly Outgoing[] }>(
		step: Sms | Event,
		work: () => Promise<T>,
	): Promise<T> => {
		const { state, now } = disturbed;
		const outcome = await work();
		session.addDone(
			doneStep(step, outcome.sent, {
				panel: { ...identity, state },
				after: disturbed.state,
				now,
			}),
		);
		return outcome;
	};
	const { model, number, activity, phones } = panel;
	const advance: MovedPanel["advance"] = async (until) => {
		const before = panel.now.getTime();
		const milliseconds = instantAfter(before, until) - before;
		const passed = await panel.advance(until);
		session.add({ type: "wait", milliseconds, replies: null }, passed.sent);
		return passed;
	};
	return {
		model,
		number,
		activity,
		phones,
		advance,
		clock: {
			kind: "virtual",
			get now() {
				return panel.now;
			},
			advance,
		},
		get now() {
			return panel.now;
		},
		get next() {
			return panel.next;
		},
		text(text, { from = DEFAULT_PHONE } = {}) {
			const sender = from === DEFAULT_PHONE ? null : from;
			const step = { type: "sms", text, from: sender, replies: null } as const;
			return done(step, () => panel.text(text, { from }));
		},
		step(text) {
			const step = { type: "event", text, replies: null } as const;
			return done(step, () => panel.step(text));
		},
		snapshot: () => panel.snapshot(),
		status: () => panel.status(),
		digest: (id) => panel.digest(id),
	};
}
