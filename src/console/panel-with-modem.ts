import { type Signal, signal } from "@preact/signals";
import { LineNetwork } from "../device/line-network.ts";
import { LineTrace } from "../device/line-trace.ts";
import { PanelAtLines } from "../device/panel-at-lines.ts";
import { phoneNetwork } from "../device/phone-network.ts";
import { atLineMeaning } from "../modem/at/at-line-meaning.ts";
import { channel } from "../network/channel.ts";
import { readChannelRule } from "../network/channel-text.ts";
import { DEFAULT_NUMBER, DEFAULT_PHONE } from "../network/default-numbers.ts";
import { asTyped } from "../panel/state/phone-number.ts";
import { factoryState } from "../panel/state/state.ts";
import {
	DiscreetMovedPanel,
	type MovedPanel,
} from "../simulation/discreet/discreet-panel.ts";
import { canBeSilent } from "../simulation/discreet/silence.ts";
import { nextHalt } from "../simulation/report-delivery.ts";
import { started } from "../simulation/run-conversation.ts";
import { discreetStep, stepAlone } from "../simulation/told-session.ts";
import { virtualClock } from "../time/virtual-clock.ts";
import { spelt } from "../transport/line-trace.ts";
import { withPhoneListed } from "./listed-phone.ts";
import type { AtEntry, PageLine, PagePanel } from "./page-panel.ts";
import type { PanelInPageOptions } from "./panel-in-page.ts";
import { recordedMemory } from "./recorded-memory.ts";
import { RunningClock } from "./running-clock.ts";

/** Lines of AT that are kept, the latest. */
const KEPT = 2000;

/** Makes a panel at a virtual modem on a network of its own, inside the page. */
export async function panelWithModem({
	model,
	now,
	seed,
	beginning: wanted,
	onAnew,
}: PanelInPageOptions): Promise<PagePanel> {
	const beginning = wanted ?? factoryState(model.name, model.sections);
	const still = virtualClock(now);
	const rules = channel([], seed);
	const trace = new LineTrace(still, { masking: "sim-pins" });
	const phones = phoneNetwork({ clock: still, channel: rules });
	const air = new LineNetwork(
		{ clock: still, lines: [] },
		{ phones, trace, channel: rules, urls: new Map(), close: async () => {} },
	);
	const whole = await PanelAtLines.start({
		model,
		air,
		still,
		clock: still,
		number: DEFAULT_NUMBER,
		state: started(beginning, now),
		showDuress: "either",
	});
	const discreet = new DiscreetMovedPanel(whole, asTyped);
	const showDuress = signal(false);
	// What was silent stays on the line when the code for it is gone.
	let couldBeSilent = canBeSilent(whole.snapshot());
	whole.activity.follow(({ state }) => {
		couldBeSilent ||= canBeSilent(state);
	});
	/** What the page may know. */
	const told = (): MovedPanel => (showDuress.value ? whole : discreet);
	let last: Promise<unknown> = Promise.resolve();
	/** What is done at one instant is over before the next thing is done. */
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const turn = last.then(work, work);
		last = turn.catch(() => {});
		return turn;
	};
	const running = new RunningClock((until) =>
		inTurn(() => whole.advance(until)),
	);
	const line = lineOf(trace);
	const written = signal<readonly string[]>([]);
	return {
		speed: running.speed,
		setSpeed: async (speed) => running.run(speed),
		close() {
			running.run(0);
			// Nobody waits for what its modem still says.
			whole.close().catch(() => {});
		},
		model: model.name,
		number: whole.number,
		showDuress,
		get activity() {
			return told().activity;
		},
		/** What the panel does next; its modem asks the network in between. */
		get next() {
			const due = nextHalt(told().snapshot());
			return due === null ? null : new Date(due);
		},
		isConnected: signal(true),
		isOpen: true,
		testReport: null,
		testPhone: null,
		get line() {
			return showDuress.value || !couldBeSilent
				? line
				: {
						why: "This panel can report in silence, and the line would show it. Tick Show duress in the log to see the line.",
					};
		},
		clock: {
			kind: "virtual",
			get now() {
				return whole.now;
			},
			advance: (until) => inTurn(() => told().advance(until)),
		},
		channel: {
			rules: written,
			async add(text) {
				const read = readChannelRule(text);
				if (!read.ok) throw new RangeError(read.reason);
				rules.add(read.rule);
				written.value = [...written.value, text];
			},
		},
		text: (text, { from = DEFAULT_PHONE } = {}) =>
			inTurn(async () => {
				const refusal = air.text(from, whole.number, text);
				if (refusal !== null) throw new Error(refusal);
				await whole.settle();
			}),
		toldText(from, text) {
			if (showDuress.value) return text;
			const before = whole.snapshot();
			const panel = { model, state: before, numbering: asTyped };
			const sms = { type: "sms", text, from, replies: null } as const;
			const tried = (each: typeof sms) =>
				stepAlone(each, panel, still.now()).state;
			const effect = { before, after: tried(sms), tried };
			return discreetStep(sms, effect)?.text ?? text;
		},
		step: (step) => inTurn(() => told().step(step)),
		listPhone:
			onAnew === undefined
				? null
				: (number) =>
						inTurn(() =>
							onAnew(withPhoneListed(whole.snapshot(), number), still.now()),
						),
		snapshot: () => told().snapshot(),
		async record() {
			const { transcript, config } = whole.record("page", showDuress.value);
			return {
				transcript,
				config: recordedMemory(config, showDuress.value),
			};
		},
	};
}

/** What the panel and its modem say to each other. */
function lineOf(trace: LineTrace): PageLine {
	const entries: Signal<readonly AtEntry[]> = signal([]);
	let next = 0;
	return {
		entries,
		async refresh() {
			const fresh = trace.from(next);
			next = trace.next;
			if (fresh.length === 0) return;
			entries.value = [
				...entries.value,
				...fresh.map((entry) => ({
					...entry,
					...atLineMeaning(entry),
					text: spelt(entry.text),
				})),
			].slice(-KEPT);
		},
	};
}
