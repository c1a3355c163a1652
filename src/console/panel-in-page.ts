import { signal } from "@preact/signals";
import { START } from "../conversation/timeline.ts";
import type { Model } from "../models/model.ts";
import { readChannelRule } from "../network/channel-text.ts";
import { DEFAULT_NUMBER } from "../network/default-numbers.ts";
import { asTyped } from "../panel/state/phone-number.ts";
import { factoryState, type PanelState } from "../panel/state/state.ts";
import {
	DiscreetMovedPanel,
	type MovedPanel,
} from "../simulation/discreet/discreet-panel.ts";
import { LibraryPanel } from "../simulation/library-panel.ts";
import type { PanelHandle } from "../simulation/panel-handle.ts";
import { started } from "../simulation/run-conversation.ts";
import { DisturbedPanel, haltAfter } from "./disturbed-panel.ts";
import { withPhoneListed } from "./listed-phone.ts";
import type { PageChannel, PagePanel } from "./page-panel.ts";
import { PageSession } from "./page-session.ts";
import { recordedMemory } from "./recorded-memory.ts";
import { RunningClock } from "./running-clock.ts";
import { sessionPanel } from "./session-panel.ts";

/** A panel in virtual time whose clock can be moved, and its digest. */
export interface PanelInPage
	extends PagePanel,
		Pick<PanelHandle, "phones" | "status"> {
	readonly clock: LibraryPanel["clock"];
	text: LibraryPanel["text"];
	readonly channel: PageChannel;
	readonly showDuress: NonNullable<PagePanel["showDuress"]>;
	/** Of all that was done, as a replay of a record that shows duress prints it. */
	digest(id?: string): string;
}

export interface PanelInPageOptions {
	readonly model: Model;
	/** Its time at the start, in milliseconds since 1970-01-01T00:00:00Z. */
	readonly now: number;
	/** Of the network's chance, a whole number from 0 on. */
	readonly seed: number;
	/**
	 * What it remembers at first; fresh from the factory where left out. A record of
	 * another panel asks for a file `page-config.json`.
	 */
	readonly beginning?: PanelState;
	/** Puts the panel on the page anew, with another memory. Without it the list of people stays. */
	readonly onAnew?: (memory: PanelState, now: number) => Promise<void>;
}

/** Makes a panel, on a network of its own, inside the page. */
export function panelInPage({
	model,
	now,
	seed,
	beginning: wanted,
	onAnew,
}: PanelInPageOptions): PanelInPage {
	const beginning = wanted ?? factoryState(model.name, model.sections);
	const identity = { model, number: DEFAULT_NUMBER, numbering: asTyped };
	const atStart = started(beginning, now);
	const disturbed = new DisturbedPanel(identity, atStart, now, seed);
	const session = new PageSession();
	if (now !== START)
		session.add({ type: "at", instant: now, replies: null }, []);
	const whole = sessionPanel(
		identity,
		new LibraryPanel(identity, beginning, disturbed),
		disturbed,
		session,
	);
	const discreet = new DiscreetMovedPanel(whole, asTyped);
	const showDuress = signal(false);
	/** What the page may know. */
	const told = (): MovedPanel => (showDuress.value ? whole : discreet);
	const rules = signal<readonly string[]>([]);
	const running = new RunningClock((until) => whole.advance(until));
	return {
		speed: running.speed,
		setSpeed: async (speed) => running.run(speed),
		close: () => running.run(0),
		model: model.name,
		number: whole.number,
		showDuress,
		get activity() {
			return told().activity;
		},
		get phones() {
			return told().phones;
		},
		get next() {
			if (showDuress.value || !session.hidesSomething) return whole.next;
			// A silent report that is due, or on its way, would tell.
			const { discreet } = session;
			const at = haltAfter(discreet, identity, atStart, { start: now, seed });
			return at === null ? null : new Date(at);
		},
		isConnected: signal(true),
		isOpen: true,
		testReport: null,
		testPhone: null,
		line: {
			why: "This panel gets its texts without a modem. The list of panels makes one with a modem.",
		},
		clock: {
			kind: "virtual",
			get now() {
				return whole.now;
			},
			advance: (until) => told().advance(until),
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
		text: (text, options) => told().text(text, options),
		toldText: (from, text) =>
			showDuress.value ? text : session.discreetText(from, text),
		step: (step) => told().step(step),
		listPhone:
			onAnew === undefined
				? null
				: async (number) =>
						onAnew(
							withPhoneListed(whole.snapshot(), number),
							whole.now.getTime(),
						),
		snapshot: () => told().snapshot(),
		status: () => told().status(),
		async record() {
			const head = {
				id: "page",
				model: model.name,
				config: wanted === undefined ? null : "page-config.json",
				// Chance matters only where a rule asks for it.
				seed: rules.value.length === 0 ? null : seed,
				source: null,
				tags: [],
			};
			const starting = { ...identity, state: beginning };
			return {
				transcript: session.transcript(head, starting, showDuress.value),
				config: recordedMemory(wanted ?? null, showDuress.value),
			};
		},
		digest: (id = "") => session.digest(id, beginning, whole.snapshot()),
	};
}
