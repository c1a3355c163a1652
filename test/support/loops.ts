/** One conversation with each of the loops that send what leaves a panel. */

import type { Step } from "../../src/conversation/conversation.ts";
import { createPanel } from "../../src/index.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { channel } from "../../src/network/channel.ts";
import { readChannelRule } from "../../src/network/channel-text.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { NetworkEnd } from "../../src/simulation/network-end.ts";
import { runConversation } from "../../src/simulation/run-conversation.ts";
import { panelAtModem } from "./panel-at-modem.ts";
import { NOON, PANEL } from "./texting.ts";

/** What is done with a panel, one after the other. Times are in milliseconds. */
export type Act =
	| { readonly wait: number }
	| { readonly from: string; readonly text: string }
	| { readonly happens: string };

export interface Talk {
	readonly state: PanelState;
	/** As people write them; none is a panel that no network is at. */
	readonly rules: readonly string[];
	readonly acts: readonly Act[];
}

/** The texts that came to each number, in order. */
export type Came = Readonly<Record<string, readonly string[]>>;

export async function inLibrary({ state, rules, acts }: Talk): Promise<Came> {
	const book = new Book();
	const panel = await createPanel({
		snapshot: state,
		// Without rules there is no network, as in a replay.
		...(rules.length === 0 ? {} : { channel: rules }),
		now: NOON,
	});
	for (const act of acts) {
		const { sent } =
			"wait" in act
				? await panel.advance(act.wait)
				: "happens" in act
					? await panel.step(act.happens)
					: await panel.text(act.text, { from: act.from });
		for (const { to, text } of sent) book.add(to, text);
	}
	return book.came;
}

export function inReplay({ state, rules, acts }: Talk): Came {
	const book = new Book();
	const steps = acts.map((act): Step => {
		if ("wait" in act)
			return { type: "wait", milliseconds: act.wait, replies: null };
		return "happens" in act
			? { type: "event", text: act.happens, replies: null }
			: { type: "sms", text: act.text, from: act.from, replies: null };
	});
	const begin: Step = { type: "at", instant: NOON, replies: null };
	const headers = { id: "it", model: null, config: null, source: null };
	runConversation(
		{ ...headers, seed: 1, tags: [], steps: [begin, ...steps] },
		{ model: vst2752, state },
		{
			channel: { rules: rules.map(ruleOf), seed: 1 },
			onStep(_, sent) {
				for (const { to, text } of sent) book.add(to, text);
			},
		},
	);
	return book.came;
}

/** The device's panel with its driver, on a virtual modem. */
export async function onModem({ state, rules, acts }: Talk): Promise<Came> {
	const book = new Book();
	const air = await panelAtModem({
		through: channel(rules.map(ruleOf)),
		state,
		// A replay has no driver that tells the panel of a network that is gone.
		settings: { coverageGrace: Number.MAX_SAFE_INTEGER },
	});
	const phones = new Map<string, NetworkEnd>();
	const phone = (number: string): NetworkEnd => {
		const line = air.network.line(number);
		const known = phones.get(number);
		const made =
			known ??
			new NetworkEnd(air.clock, line, ({ text }) => book.add(number, text));
		phones.set(number, made);
		return made;
	};
	for (const number of numbersOf(state)) phone(number);
	await air.pass(5000);
	for (const act of acts) {
		if ("wait" in act) await air.pass(act.wait);
		else if ("happens" in act) await air.happens(eventOf(act.happens));
		else phone(act.from).text(PANEL, act.text);
	}
	await air.close();
	return book.came;
}

class Book {
	private readonly texts = new Map<string, string[]>();

	add(to: string, text: string): void {
		this.texts.set(to, [...(this.texts.get(to) ?? []), text]);
	}

	get came(): Came {
		return Object.fromEntries([...this.texts].sort());
	}
}

/** Whom the panel texts of its own accord. */
function numbersOf({ reporting, remote }: PanelState): readonly string[] {
	const destinations = reporting.destinations.flatMap(
		({ url }) => /\+\d+$/.exec(url) ?? [],
	);
	return [...destinations, ...remote.people.flatMap(({ numbers }) => numbers)];
}

function ruleOf(text: string) {
	const read = readChannelRule(text);
	if (!read.ok) throw new Error(read.reason);
	return read.rule;
}

function eventOf(step: string) {
	const read = readTypedEvent(step);
	if (!read.ok) throw new Error(read.fault.message);
	return read.event;
}
