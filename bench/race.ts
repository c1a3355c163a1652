import { timed } from "./timed.ts";
import { median } from "./verdict.ts";

/** What of a run is measured, in seconds. */
type Measure =
	| "wall"
	/** Of the processor, which somebody else on the machine disturbs less. */
	| "busy";

/** Whole processes, start and all, that take turns; ratios are of runs of one round. */
export class Race<Name extends string> {
	/** What each printed, in the last round. */
	readonly outputs = new Map<Name, string>();
	private readonly runs = new Map<Name, Record<Measure, number>[]>();
	private readonly rounds: number;

	/** The first round is not counted. */
	constructor(
		contenders: Readonly<Record<Name, readonly string[]>>,
		rounds: number,
	) {
		this.rounds = rounds;
		const names = Object.keys(contenders) as Name[];
		for (let round = -1; round < rounds; round += 1)
			for (const name of names) {
				const { output, ...taken } = timed(contenders[name]);
				this.outputs.set(name, output);
				if (round < 0) this.runs.set(name, []);
				else this.runs.get(name)?.push(taken);
			}
	}

	ratios(one: Name, other: Name, measure: Measure = "wall"): number[] {
		const others = this.runs.get(other) ?? [];
		return (this.runs.get(one) ?? []).map(
			(run, at) => run[measure] / (others[at]?.[measure] ?? Number.NaN),
		);
	}

	print(): void {
		console.log("  whole processes, seconds and those of the processor,");
		console.log(`  median of ${this.rounds} rounds`);
		for (const [name, runs] of this.runs)
			console.log(
				`    ${name.padEnd(28)}${(["wall", "busy"] as const)
					.map((measure) =>
						median(runs.map((run) => run[measure]))
							.toFixed(2)
							.padStart(7),
					)
					.join("")}`,
			);
	}
}
