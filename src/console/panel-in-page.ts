import { signal } from "@preact/signals";
import type { Event, Sms } from "../conversation/conversation.ts";
import { START } from "../conversation/timeline.ts";
import type { Outgoing } from "../firmware/outbox/next.ts";
import type { Model } from "../models/model.ts";
import { readChannelRule } from "../network/channel-text.ts";
import { DEFAULT_NUMBER, DEFAULT_PHONE } from "../network/default-numbers.ts";
import { asTyped } from "../panel/state/phone-number.ts";
import { factoryState } from "../panel/state/state.ts";
import { instantAfter } from "../simulation/instant-after.ts";
import { LibraryPanel } from "../simulation/library-panel.ts";
import type { Answered, Passed, Stepped } from "../simulation/panel-handle.ts";
import { started } from "../simulation/run-conversation.ts";
import { doneStep } from "../simulation/told-session.ts";
import { DisturbedPanel } from "./disturbed-panel.ts";
import type { PageChannel, PagePanel } from "./page-panel.ts";
import { PageSession } from "./page-session.ts";
import { RunningClock } from "./running-clock.ts";

/** A panel in virtual time whose clock can be moved, and its digest. */
export interface PanelInPage extends PagePanel {
	readonly clock: LibraryPanel["clock"];
	text: LibraryPanel["text"];
	readonly channel: PageChannel;
	/** Of all that was done, as a replay of the record prints it. */
	digest(id?: string): string;
}

export interface PanelInPageOptions {
	readonly model: Model;
	/** Its time at the start, in milliseconds since 1970-01-01T00:00:00Z. */
	readonly now: number;
	/** Of the network's chance, a whole number from 0 on. */
	readonly seed: number;
}

/** Makes a panel fresh from the factory, on a network of its own, inside the page. */
export function panelInPage({
	model,
	now,
	seed,
}: PanelInPageOptions): PanelInPage {
	const beginning = factoryState(model.name, model.sections);
	const identity = { model, number: DEFAULT_NUMBER, numbering: asTyped };
	const disturbed = new DisturbedPanel(
		identity,
		started(beginning, now),
		now,
		seed,
	);
	const panel = new LibraryPanel(identity, beginning, disturbed);
	const session = new PageSession();
	if (now !== START)
		session.add({ type: "at", instant: now, replies: null }, []);
	const rules = signal<readonly string[]>([]);
	const done = async <T extends { readonly sent: readonly Outgoing[] }>(
		step: Sms | Event,
		work: () => Promise<T>,
	): Promise<T> => {
		const { state, now } = disturbed;
		const outcome = await work();
		session.addDone(
			doneStep(step, outcome.sent, {
				panel: { ...identity, state },
				...{ after: disturbed.state, now },
			}),
		);
		return outcome;
	};
	const advance = async (until: string | number | Date): Promise<Passed> => {
		const before = panel.now.getTime();
		const milliseconds = instantAfter(before, until) - before;
		const passed = await panel.advance(until);
		session.add({ type: "wait", milliseconds, replies: null }, passed.sent);
		return passed;
	};
	const running = new RunningClock(advance);
	return {
		speed: running.speed,
		setSpeed: async (speed) => running.run(speed),
		close: () => running.run(0),
		model: model.name,
		number: panel.number,
		activity: panel.activity,
		get next() {
			return panel.next;
		},
		isConnected: signal(true),
		isOpen: true,
		...{ testReport: null, testPhone: null },
		line: {
			why: "The panel in this page gets its texts without a modem. Panels with a modem are on the page of a server: alarmpanel serve --http 127.0.0.1:8086",
		},
		clock: {
			kind: "virtual",
			get now() {
				return panel.now;
			},
			advance,
		},
		channel: {
			rules,
			async add(text) {
				const read = readChannelRule(text);
				if (!read.ok) throw new RangeError(read.reason);
				disturbed.disturb(read.rule, session.done);
				session.add({ type: "channel", rule: text }, []);
				rules.value = [...rules.value, text];
			},
		},
		async text(text, { from = DEFAULT_PHONE } = {}): Promise<Answered> {
			const sender = from === DEFAULT_PHONE ? null : from;
			const step = { type: "sms", text, from: sender, replies: null } as const;
			return await done(step, () => panel.text(text, { from }));
		},
		async step(text): Promise<Stepped> {
			const step = { type: "event", text, replies: null } as const;
			return await done(step, () => panel.step(text));
		},
		snapshot: () => panel.snapshot(),
		async record() {
			const head = {
				...{ id: "page", model: model.name, config: null },
				// Chance matters only where a rule asks for it.
				seed: rules.value.length === 0 ? null : seed,
				...{ source: null, tags: [] },
			};
			return session.transcript(head, { ...identity, state: beginning });
		},
		digest: (id = "") => session.digest(id, beginning, panel.snapshot()),
	};
}
