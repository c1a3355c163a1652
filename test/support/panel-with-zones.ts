/** A panel with zones of given attributes, and what happens at them. */

import { reportEvents } from "../../src/panel/state/contact-id.ts";
import type { Happening, PanelEvent } from "../../src/panel/state/event.ts";
import type { Attribute } from "../../src/panel/state/fields/attributes.ts";
import { latest } from "../../src/panel/state/log.ts";
import { nothingToDo, type Outcome } from "../../src/panel/state/outcome.ts";
import type {
	Options,
	PanelState,
	Timers,
	Zone,
} from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { factory } from "./panel-builder.ts";
import { NOON } from "./texting.ts";

/** A panel with a door contact of each attribute, in zones 1, 2, 3 …; it reports to one number. */
export function panelWithZones(
	attributes: readonly Attribute[],
	options: Partial<Options> = {},
	timers: Partial<Timers> = {},
): PanelState {
	return {
		...factory,
		zones: attributes.map((attribute, at) => aZone(at + 1, attribute)),
		options: { ...factory.options, ...options },
		timers: { ...factory.timers, ...timers },
		reporting: { ...factory.reporting, destinations: [destination(1)] },
	};
}

export function aZone(id: number, attribute: Attribute): Zone {
	return {
		id,
		rfId: String(id).padStart(10, "0"),
		type: 1,
		attribute,
		name: "",
		bypass: "none",
		flag: false,
		option: "00",
		entryDelay: 1,
		crossZone: false,
	};
}

export function destination(id: number, group = 1) {
	const url = `sms://+1555020${id}`;
	return { id, url, group, level: "all" as const, carrier: "" };
}

/** Lines such as `30 zone 3 open`: seconds after noon, and what happens then. */
export function outcomeAfter(
	state: PanelState,
	...lines: readonly string[]
): Outcome {
	return lines.reduce<Outcome>(
		(before, line) => {
			const [, seconds = "", step = ""] = /^(\S+) (.*)$/.exec(line) ?? [];
			return transition(
				before.state,
				eventOf(step),
				NOON + Number(seconds) * 1000,
			);
		},
		{ state, effects: nothingToDo, refusal: null },
	);
}

/** The state after some lines. */
export function stateAfter(
	state: PanelState,
	...lines: readonly string[]
): PanelState {
	return outcomeAfter(state, ...lines).state;
}

/** The outbox as short texts: `1131 3` is event 131 of zone 3, `3131 3` its restore. */
export function outboxOf({ runtime }: PanelState): readonly string[] {
	const digits = { event: 1, restore: 3 };
	return runtime.outbox.map(
		({ event, qualifier, subject }) =>
			`${digits[qualifier]}${reportEvents[event].climax} ${subject}`,
	);
}

/** The log as short texts: seconds after noon, what, what about. */
export function logOf({ runtime }: PanelState): readonly string[] {
	return runtime.log.map(({ at, event, about }) =>
		`${(at - NOON) / 1000} ${event} ${about}`.trim(),
	);
}

function eventOf(step: string): PanelEvent {
	if (step === "nothing") return { type: "time", by: { via: "clock" } };
	const read = readTypedEvent(step);
	if (!read.ok) throw new RangeError(`${step}: ${read.fault.message}`);
	return read.event;
}

/** Something that is programmed, as if by SMS: at noon, or when the last thing happened. */
export function programmed(
	state: PanelState,
	happening: Happening,
): PanelState {
	const by = { via: "sms", from: "+15550101" } as const;
	const now = Math.max(NOON, latest(state));
	return transition(state, { ...happening, by }, now).state;
}
