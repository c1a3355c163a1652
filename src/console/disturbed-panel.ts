import {
	type Doing,
	isDoing,
	type Step,
} from "../conversation/conversation.ts";
import type { PanelIdentity } from "../firmware/answer/response.ts";
import type { Outgoing } from "../firmware/outbox/next.ts";
import type { Rule } from "../network/channel-rule.ts";
import { DEFAULT_PHONE } from "../network/default-numbers.ts";
import type { PanelEvent } from "../panel/state/event.ts";
import type { Outcome } from "../panel/state/outcome.ts";
import type { PanelState } from "../panel/state/state.ts";
import {
	DirectPanel,
	type HeardText,
	type PanelInVirtualTime,
} from "../simulation/direct-panel.ts";
import { eventOf } from "../simulation/event-of-step.ts";
import { PanelOnNetwork } from "../simulation/panel-on-network.ts";
import { ruleOf } from "../simulation/run-channel.ts";
import type { DoneStep } from "../simulation/told-session.ts";

/**
 * A panel that every text reaches at once, until somebody disturbs the network
 * between it and the phones. As a replay does, it is then on that network from its
 * beginning.
 */
export class DisturbedPanel implements PanelInVirtualTime {
	readonly #identity: PanelIdentity;
	readonly #beginning: PanelState;
	readonly #start: number;
	readonly #seed: number;
	#panel: DirectPanel | PanelOnNetwork;

	/**
	 * @param beginning the panel, started
	 * @param start milliseconds since 1970-01-01T00:00:00Z
	 * @param seed of the network's chance
	 */
	constructor(
		identity: PanelIdentity,
		beginning: PanelState,
		start: number,
		seed: number,
	) {
		this.#identity = identity;
		this.#beginning = beginning;
		this.#start = start;
		this.#seed = seed;
		this.#panel = new DirectPanel(identity, beginning, start);
	}

	get state(): PanelState {
		return this.#panel.state;
	}

	get now(): number {
		return this.#panel.now;
	}

	get halt(): number | null {
		return this.#panel.halt;
	}

	get sent(): readonly Outgoing[] {
		return this.#panel.sent;
	}

	get heard(): HeardText | null {
		return this.#panel.heard;
	}

	get allHeard(): readonly HeardText[] {
		return this.#panel.allHeard;
	}

	text(from: string, text: string): void {
		this.#panel.text(from, text);
	}

	happen(event: PanelEvent): Outcome {
		return this.#panel.happen(event);
	}

	advanceTo(instant: number): void {
		this.#panel.advanceTo(instant);
	}

	/**
	 * Adds a rule to the network.
	 * @param done all that was done so far
	 * @throws RangeError where a network would have changed what came of that
	 */
	disturb(rule: Rule, done: readonly DoneStep[]): void {
		const panel =
			this.#panel instanceof PanelOnNetwork
				? this.#panel
				: this.#onNetwork(done);
		panel.follow(rule);
		this.#panel = panel;
	}

	#onNetwork(done: readonly DoneStep[]): PanelOnNetwork {
		const panel = new PanelOnNetwork(
			this.#identity,
			this.#beginning,
			this.#start,
			[],
			this.#seed,
		);
		for (const { step, sent } of done) {
			if (!isDoing(step)) continue;
			redo(panel, step);
			if (isSame(panel.sent, sent)) continue;
			throw new RangeError(
				"network: a text came while there was no power; on a network it would have waited. Start a new panel, and add the rule first",
			);
		}
		return panel;
	}
}

/**
 * When something happens by itself next at a panel with which all that was done;
 * null for never.
 *
 * @param beginning the panel, started
 * @param start milliseconds since 1970-01-01T00:00:00Z
 * @param seed of the network's chance
 */
export function haltAfter(
	steps: readonly Step[],
	identity: PanelIdentity,
	beginning: PanelState,
	{ start, seed }: { readonly start: number; readonly seed: number },
): number | null {
	const air = steps.some(({ type }) => type === "channel")
		? new PanelOnNetwork(identity, beginning, start, [], seed)
		: null;
	const panel = air ?? new DirectPanel(identity, beginning, start);
	for (const step of steps)
		if (isDoing(step)) redo(panel, step);
		else if (step.type === "channel") air?.follow(ruleOf(step.rule));
	return panel.halt;
}

function redo(panel: PanelInVirtualTime, step: Doing): void {
	if (step.type === "sms") panel.text(step.from ?? DEFAULT_PHONE, step.text);
	if (step.type === "event") panel.happen(eventOf(step.text));
	if (step.type === "wait") panel.advanceTo(panel.now + step.milliseconds);
}

/** Whether the same texts went to the same numbers; a network knows also when. */
function isSame(
	some: readonly Outgoing[],
	others: readonly Outgoing[],
): boolean {
	return (
		some.length === others.length &&
		some.every(({ to, text }, at) => {
			const other = others[at];
			return other?.to === to && other.text === text;
		})
	);
}
