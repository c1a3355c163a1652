import { START } from "../conversation/timeline.ts";
import {
	configSchema,
	parted,
	SCHEMA_VERSION,
} from "../derive/config-schema.ts";
import { numberingOf } from "../firmware/answer/numbering.ts";
import type { Model } from "../models/model.ts";
import { knownModel, models } from "../models/models.ts";
import type { Rule } from "../network/channel-rule.ts";
import { readChannelRule } from "../network/channel-text.ts";
import { DEFAULT_NUMBER } from "../network/default-numbers.ts";
import type { Numbering } from "../panel/state/phone-number.ts";
import { factoryState, type PanelState } from "../panel/state/state.ts";
import { DirectPanel } from "../simulation/direct-panel.ts";
import { LibraryPanel } from "../simulation/library-panel.ts";
import { PanelOnNetwork } from "../simulation/panel-on-network.ts";
import { started } from "../simulation/run-conversation.ts";
import type { SimulatedPanel } from "../simulation/simulated-panel.ts";
import { parseDocument } from "../store/document.ts";
import { instantOf } from "../time/instant.ts";
import { type PanelOnFile, readPanel } from "./file/panel-file.ts";

export interface PanelOptions {
	/** Name of a model: `vst-2752` (the default), `mz-8`, `cr200`, `mobile-mates`. */
	readonly model?: string;
	/** What it remembers; the default is a panel fresh from the factory. */
	readonly snapshot?: PanelState;
	/** A panel-config.json to start from; it is read and never written. */
	readonly config?: string;
	/**
	 * Its time at the start: ISO 8601, a Date, or milliseconds since
	 * 1970-01-01T00:00:00Z. The default is 2026-01-01T00:00:00Z, so that a test does
	 * the same every day.
	 */
	readonly now?: string | number | Date;
	/** Its own number; the default is `+15550100`. */
	readonly number?: string;
	/**
	 * What the network does to messages, both ways: `"loss 10%"`, `"delay 30s"`,
	 * `"duplicate 5s 1x"`. Without it every message arrives at once; with an empty
	 * list there is a network, which `panel.channel` gives rules later.
	 */
	readonly channel?: string | readonly string[];
	/** Of the network's chance, a whole number from 0 on; the default is 1. */
	readonly seed?: number;
}

/**
 * Makes a panel for a test. It has its own time, keeps its memory to itself and
 * opens nothing: make as many as there are tests.
 *
 * @throws RangeError for an option, a model, an instant or a rule of the network
 *   that there is not, and for two options that contradict each other
 * @throws Error (`ConfigFileError`) for a snapshot or a file that does not fit, naming
 *   every path that is wrong and its rule
 */
export async function createPanel(
	options: PanelOptions = {},
): Promise<SimulatedPanel> {
	const { channel } = options;
	const beginning = await panelBeginning(options);
	const { model, number, numbering, remembered, now, rules, seed } = beginning;
	const state = started(remembered, now);
	const subscriber = { model, number, numbering };
	if (channel === undefined) {
		const panel = new DirectPanel(subscriber, state, now);
		return new LibraryPanel(subscriber, remembered, panel);
	}
	let texts: readonly string[] = [channel].flat();
	const panel = new PanelOnNetwork(subscriber, state, now, rules, seed);
	return new LibraryPanel(subscriber, remembered, panel, {
		get rules() {
			return texts;
		},
		seed,
		replace(others) {
			panel.followOnly(rulesOf(others));
			texts = others;
		},
	});
}

/** What a panel begins with. */
export interface PanelBeginning {
	readonly model: Model;
	readonly number: string;
	readonly numbering: Numbering;
	readonly remembered: PanelState;
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly now: number;
	readonly rules: readonly Rule[];
	readonly seed: number;
}

/** Judges the options of a panel; it throws as `createPanel` does. */
export async function panelBeginning(
	options: PanelOptions,
): Promise<PanelBeginning> {
	const stranger = Object.keys(options).find((key) => !known.includes(key));
	if (stranger !== undefined)
		throw new RangeError(
			`createPanel: there is no option ${stranger}; there are ${known.join(", ")}`,
		);
	const { number = DEFAULT_NUMBER, channel = [], seed = 1 } = options;
	if (!Number.isSafeInteger(seed) || seed < 0)
		throw new RangeError(`seed ${seed}: a whole number from 0 on`);
	const now = startOf(options.now ?? START);
	const rules = rulesOf([channel].flat());
	const { model, state: remembered } = await beginningOf(options);
	const numbering = await numberingOf(remembered.remote.country);
	return { model, number, numbering, remembered, now, rules, seed };
}

const known: readonly string[] = [
	"model",
	"snapshot",
	"config",
	"now",
	"number",
	"channel",
	"seed",
] satisfies readonly (keyof PanelOptions)[];

async function beginningOf({
	model: name,
	snapshot,
	config,
}: PanelOptions): Promise<Pick<PanelOnFile, "model" | "state">> {
	if (snapshot !== undefined && config !== undefined)
		throw new RangeError(
			"createPanel: snapshot and config both say what it remembers; give one",
		);
	const wanted =
		name === undefined ? undefined : knownModel(name, asRangeError);
	const given =
		snapshot === undefined
			? config === undefined
				? null
				: await readPanel(config)
			: ofSnapshot(snapshot);
	if (given === null) {
		const model = wanted ?? models[0];
		return { model, state: factoryState(model.name, model.sections) };
	}
	if (wanted !== undefined && wanted !== given.model)
		throw new RangeError(
			`model ${name}: what it is to remember is of a ${given.model.name}`,
		);
	return given;
}

function ofSnapshot(
	snapshot: PanelState,
): Pick<PanelOnFile, "model" | "state"> {
	const model = knownModel(`${snapshot?.model}`, asRangeError);
	const content = { ...snapshot, schemaVersion: SCHEMA_VERSION };
	const document = parseDocument(
		{ file: "snapshot", content },
		configSchema(model),
	);
	const { state } = parted(document);
	return { model, state };
}

function asRangeError(rule: string): RangeError {
	return new RangeError(rule);
}

function startOf(now: string | number | Date): number {
	const instant =
		typeof now === "string"
			? instantOf(now)
			: typeof now === "number"
				? now
				: now.getTime();
	if (instant !== null && Math.abs(instant) <= FARTHEST) return instant;
	throw new RangeError(
		`now ${JSON.stringify(now)}: an instant like "2026-11-20T10:00:00Z", a Date, or milliseconds`,
	);
}

/** Dates reach so far from 1970, in milliseconds. */
const FARTHEST = 8.64e15;

/** @throws RangeError for a text that is no rule of the network */
export function rulesOf(texts: readonly string[]): readonly Rule[] {
	return texts.map((text) => {
		const read = readChannelRule(`${text}`);
		if (read.ok) return read.rule;
		throw new RangeError(`channel: ${read.reason}`);
	});
}
