import { counter, type Labels, type Metric, type Sample } from "./metric.ts";

/** Counts by labels. */
export class Count {
	readonly #name: string;
	readonly #help: string;
	readonly #counts = new Map<
		string,
		{ readonly labels: Labels; count: number }
	>();

	/** @param known labels that are told from the beginning, with 0 */
	constructor(name: string, help: string, known: readonly Labels[] = []) {
		this.#name = name;
		this.#help = help;
		for (const labels of known) this.add(labels, 0);
	}

	add(labels: Labels, amount = 1): void {
		const key = JSON.stringify(labels);
		const known = this.#counts.get(key);
		if (known === undefined) this.#counts.set(key, { labels, count: amount });
		else known.count += amount;
	}

	get metric(): Metric {
		const samples = [...this.#counts.values()].map(
			({ labels, count }) => [labels, count] as const,
		);
		return counter(this.#name, this.#help, samples);
	}
}

/** How long something takes, in seconds, by labels. */
export class Histogram {
	readonly #name: string;
	readonly #help: string;
	readonly #bounds: readonly number[];
	readonly #rows = new Map<string, HistogramRow>();

	/** @param bounds upper ends of the buckets, ascending */
	constructor(name: string, help: string, bounds: readonly number[]) {
		this.#name = name;
		this.#help = help;
		this.#bounds = bounds;
	}

	observe(seconds: number, labels: Labels = {}): void {
		const key = JSON.stringify(labels);
		const row = this.#rows.get(key) ?? {
			labels,
			buckets: this.#bounds.map(() => 0),
			sum: 0,
			count: 0,
		};
		this.#rows.set(key, row);
		row.sum += seconds;
		row.count += 1;
		for (const [at, bound] of this.#bounds.entries())
			if (seconds <= bound) row.buckets[at] = (row.buckets[at] ?? 0) + 1;
	}

	get metric(): Metric {
		const samples = [...this.#rows.values()].flatMap((row) => this.#told(row));
		return { name: this.#name, help: this.#help, type: "histogram", samples };
	}

	#told({ labels, buckets, sum, count }: HistogramRow): readonly Sample[] {
		const bucket = (le: string, value: number): Sample => ({
			suffix: "_bucket",
			labels: { ...labels, le },
			value,
		});
		return [
			...buckets.map((value, at) => bucket(`${this.#bounds[at]}`, value)),
			bucket("+Inf", count),
			{ suffix: "_sum", labels, value: sum },
			{ suffix: "_count", labels, value: count },
		];
	}
}

interface HistogramRow {
	readonly labels: Labels;
	/** Each counts all that is not above its bound. */
	readonly buckets: number[];
	sum: number;
	count: number;
}
