import { monitorEventLoopDelay } from "node:perf_hooks";
import { cpuUsage, memoryUsage, uptime } from "node:process";
import type { Clock } from "../../time/clock.ts";
import { counter, gauge, type Metric } from "./metric.ts";

/**
 * What the process takes. The event loop's delay is measured from now on.
 * @param clock the machine's
 */
export function processMetrics(clock: Clock): {
	metrics(): readonly Metric[];
	close(): void;
} {
	const delay = monitorEventLoopDelay({ resolution: 20 });
	delay.enable();
	const started = clock.now() / 1000 - uptime();
	return {
		metrics() {
			const { user, system } = cpuUsage();
			const lag = delay.count === 0 ? 0 : Math.max(0, delay.mean / 1e9 - 0.02);
			delay.reset();
			return [
				counter("process_cpu_seconds_total", "Time on the processor", [
					[{}, (user + system) / 1e6],
				]),
				gauge("process_resident_memory_bytes", "Memory that is in use", [
					[{}, memoryUsage.rss()],
				]),
				gauge("process_start_time_seconds", "When the process was started", [
					[{}, started],
				]),
				gauge(
					"nodejs_eventloop_lag_seconds",
					"Mean delay of the event loop since the last scrape",
					[[{}, lag]],
				),
			];
		},
		close: () => delay.disable(),
	};
}
