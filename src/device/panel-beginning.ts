import { START } from "../conversation/timeline.ts";
import {
	configSchema,
	parted,
	SCHEMA_VERSION,
} from "../derive/config-schema.ts";
import { numberingOf } from "../firmware/answer/numbering.ts";
import type { Model } from "../models/model.ts";
import { models } from "../models/models.ts";
import type { Rule } from "../network/channel-rule.ts";
import { readChannelRule } from "../network/channel-text.ts";
import { DEFAULT_NUMBER } from "../network/default-numbers.ts";
import type { Numbering } from "../panel/state/phone-number.ts";
import { factoryState, type PanelState } from "../panel/state/state.ts";
import {
	demandModel,
	demandOptions,
	demandText,
	demandTexts,
	demandWhole,
} from "../simulation/demand-text.ts";
import { parseDocument } from "../store/document.ts";
import { instantOf } from "../time/instant.ts";
import { type PanelOnFile, readPanel } from "./file/panel-file.ts";
import { panelNumberFault } from "./panel-number.ts";
import type { PanelOptions } from "./panel-options.ts";

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
	demandOptions("createPanel", options, known);
	const { number = DEFAULT_NUMBER, channel, seed = 1 } = options;
	demandText("number", number);
	const fault = panelNumberFault(number);
	if (fault !== null) throw new RangeError(`number: ${fault}`);
	if (options.config !== undefined) demandText("config", options.config);
	demandWhole("seed", seed, 0);
	const now = startOf(options.now);
	const rules = channelOf(channel);
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
	const wanted = name === undefined ? undefined : demandModel(name);
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

/** To make a schema takes longer than to read by it, and snapshots are read for each test. */
const schemas = new WeakMap<Model, ReturnType<typeof configSchema>>();

function ofSnapshot(
	snapshot: PanelState,
): Pick<PanelOnFile, "model" | "state"> {
	if (typeof snapshot?.model !== "string")
		throw new RangeError("snapshot: what snapshot() gives, with its model");
	const model = demandModel(snapshot.model);
	const content = { ...snapshot, schemaVersion: SCHEMA_VERSION };
	const schema = schemas.get(model) ?? configSchema(model);
	schemas.set(model, schema);
	const document = parseDocument({ file: "snapshot", content }, schema);
	const { state } = parted(document);
	return { model, state };
}

function startOf(now: string | number | Date = START): number {
	const instant =
		typeof now === "string"
			? instantOf(now)
			: typeof now === "number"
				? now
				: now instanceof Date
					? now.getTime()
					: null;
	if (
		instant !== null &&
		Number.isInteger(instant) &&
		Math.abs(instant) <= FARTHEST
	)
		return instant;
	const given = typeof now === "string" ? JSON.stringify(now) : `${now}`;
	throw new RangeError(
		`now ${given}: an instant like "2026-11-20T10:00:00Z", a Date, or whole milliseconds`,
	);
}

/** Dates reach so far from 1970, in milliseconds. */
const FARTHEST = 8.64e15;

/**
 * The rules of the network in an option, which may be one or a list; none without it.
 * @throws TypeError for what is no text, RangeError for a text that is no rule
 */
export function channelOf(
	channel: string | readonly string[] = [],
): readonly Rule[] {
	const texts = typeof channel === "string" ? [channel] : channel;
	demandTexts("channel", texts);
	return rulesOf(texts);
}

/** @throws RangeError for a text that is no rule of the network */
export function rulesOf(texts: readonly string[]): readonly Rule[] {
	return texts.map((text) => {
		const read = readChannelRule(text);
		if (read.ok) return read.rule;
		throw new RangeError(`channel: ${read.reason}`);
	});
}
