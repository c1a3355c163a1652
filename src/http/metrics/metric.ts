/** A family of numbers, as Prometheus reads it (text format 0.0.4). */
export interface Metric {
	/** `alarmpanel_mode`; a counter ends in `_total`. */
	readonly name: string;
	/** One sentence without its full stop. */
	readonly help: string;
	readonly type: "gauge" | "counter" | "histogram";
	readonly samples: readonly Sample[];
}

export interface Sample {
	/** Behind the name: `_bucket`; "" where there is nothing. */
	readonly suffix: string;
	/** No number, name, text, PIN or id of a panel ever stands in one. */
	readonly labels: Labels;
	readonly value: number;
}

export type Labels = Readonly<Record<string, string>>;

export const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Metrics in the text format; a family without samples is left out. */
export function metricsText(metrics: readonly Metric[]): string {
	return metrics
		.filter(({ samples }) => samples.length > 0)
		.map(
			({ name, help, type, samples }) =>
				`# HELP ${name} ${help}.\n# TYPE ${name} ${type}\n${samples
					.map((sample) => `${name}${written(sample)}\n`)
					.join("")}`,
		)
		.join("");
}

export function gauge(
	name: string,
	help: string,
	samples: readonly (readonly [labels: Labels, value: number])[],
): Metric {
	return { name, help, type: "gauge", samples: samples.map(sampleOf) };
}

export function counter(
	name: string,
	help: string,
	samples: readonly (readonly [labels: Labels, value: number])[],
): Metric {
	return { name, help, type: "counter", samples: samples.map(sampleOf) };
}

function sampleOf([labels, value]: readonly [Labels, number]): Sample {
	return { suffix: "", labels, value };
}

function written({ suffix, labels, value }: Sample): string {
	const pairs = Object.entries(labels).map(
		([name, text]) => `${name}="${escaped(text)}"`,
	);
	const braces = pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
	return `${suffix}${braces} ${value === Number.POSITIVE_INFINITY ? "+Inf" : value}`;
}

function escaped(text: string): string {
	return text
		.replaceAll("\\", "\\\\")
		.replaceAll('"', '\\"')
		.replaceAll("\n", "\\n");
}
