import type { Model } from "../../models/model.ts";
import { fields } from "../../panel/state/fields.ts";
import type { DeadlineKind, Runtime } from "../../panel/state/runtime.ts";

/** What a corpus can touch of a model. */
export type CoverageKind =
	| "commands"
	| "parameters"
	| "blanks"
	| "attributes"
	| "transitions"
	| "timers";

/** How often each thing was touched, by model and kind. Plain data; two are merged by adding. */
export type Coverage = {
	readonly [model: string]: {
		readonly [K in CoverageKind]: { readonly [thing: string]: number };
	};
};

/** In the order in which they are told. */
export const coverageKinds: readonly CoverageKind[] = [
	"commands",
	"parameters",
	"blanks",
	"attributes",
	"transitions",
	"timers",
];

/**
 * Everything of a model that a corpus could touch, derived from its declarations:
 * command words; parameters, `USRS.pin`; those that may be blank; attributes that
 * a zone can be given; changes of the mode; and what the panel does by the clock.
 */
export function coverable(model: Model): {
	readonly [K in CoverageKind]: readonly string[];
} {
	const commands = [...model.commands.values()];
	const slots = commands.flatMap(({ spec, slots }) =>
		slots.flatMap(({ name, parameter, kind }) =>
			parameter.role === "field"
				? [{ thing: `${spec.word}.${name}`, parameter, kind }]
				: [],
		),
	);
	const attributes = slots.flatMap(({ parameter, kind }) =>
		(parameter.field === fields.attribute ||
			parameter.field === fields.homeAttribute) &&
		kind?.shape.type === "choice"
			? kind.shape.options.map(({ value }) => String(value))
			: [],
	);
	return {
		commands: commands.map(({ spec }) => spec.word),
		parameters: slots.map(({ thing }) => thing),
		blanks: slots.flatMap(({ thing, parameter }) =>
			parameter.policy === "required" ? [] : [thing],
		),
		attributes: [...new Set(attributes)],
		transitions: modes.flatMap((from) =>
			modes.flatMap((to) => (from === to ? [] : [`${from} > ${to}`])),
		),
		timers: Object.keys(timers),
	};
}

/** Adds up what several workers, or shards, have touched. */
export function mergedCoverage(parts: readonly Coverage[]): Coverage {
	const counter = new CoverageCounter();
	for (const part of parts) counter.add(part);
	return counter.coverage;
}

type Counts = { [K in CoverageKind]: { [thing: string]: number } };

/** Counts what is touched. */
export class CoverageCounter {
	private readonly models: { [model: string]: Counts } = {};

	touch(model: string, kind: CoverageKind, thing: string, times = 1): void {
		const counts = this.countsOf(model)[kind];
		counts[thing] = (counts[thing] ?? 0) + times;
	}

	add(coverage: Coverage): void {
		for (const [model, counts] of Object.entries(coverage))
			for (const kind of coverageKinds)
				for (const [thing, times] of Object.entries(counts[kind]))
					this.touch(model, kind, thing, times);
	}

	get coverage(): Coverage {
		return structuredClone(this.models);
	}

	private countsOf(model: string): Counts {
		const known = this.models[model];
		if (known !== undefined) return known;
		const counts: Counts = {
			commands: {},
			parameters: {},
			blanks: {},
			attributes: {},
			transitions: {},
			timers: {},
		};
		this.models[model] = counts;
		return counts;
	}
}

/** One that is forgotten does not compile. */
const modeNames: { readonly [M in Runtime["mode"]]: true } = {
	disarm: true,
	arming: true,
	home: true,
	away: true,
};
const modes = Object.keys(modeNames);

/** Likewise. */
const timers: { readonly [K in DeadlineKind]: true } = {
	exit: true,
	entry: true,
	siren: true,
	"cross-zone": true,
	settle: true,
	trouble: true,
	"check-in": true,
	schedule: true,
	"arm-at": true,
	report: true,
	untold: true,
};
