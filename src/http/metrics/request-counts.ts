import { stopwatch } from "../../time/stopwatch.ts";
import { Count, Histogram } from "./count.ts";
import type { Metric } from "./metric.ts";

/** Requests of the API, by route. */
export class RequestCounts {
	readonly #count = new Count(
		"alarmpanel_http_requests_total",
		"Requests, by route and answer",
	);
	readonly #seconds = new Histogram(
		"alarmpanel_http_request_seconds",
		"How long requests take, by route",
		[0.005, 0.025, 0.1, 0.5, 2.5, 10],
	);

	/**
	 * A request has begun.
	 * @returns what notes its end. The route is a pattern, never the path: ids of
	 *   panels stand there
	 */
	begin(): (route: string, method: string, status: number) => void {
		const began = stopwatch();
		return (route, method, status) => {
			this.#count.add({ route, method, status: `${status}` });
			this.#seconds.observe((stopwatch() - began) / 1000, { route, method });
		};
	}

	get metrics(): readonly Metric[] {
		return [this.#count.metric, this.#seconds.metric];
	}
}
