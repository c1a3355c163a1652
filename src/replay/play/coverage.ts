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
