import type { Progress } from "../run/replay.ts";
import type { FleetState } from "./fleet-state.ts";

/** How a run stands, in the form of Prometheus. */
export function fleetMetrics(
	{ done, total, conversations, failed }: Progress,
	{ workers, jobs, ahead }: FleetState,
): string {
	return [
		...metric("conversations_total", "counter", conversations, "that were run"),
		...metric("failed_total", "counter", failed ?? 0, "that failed"),
		...metric("bytes_done", "gauge", done, "of the corpus that were run"),
		...metric("bytes", "gauge", total, "of the corpus"),
		...metric("workers", "gauge", workers, "that are there"),
		...metric("worker_threads", "gauge", jobs, "of all workers"),
		...metric("blocks_ahead", "gauge", ahead, "that are not told yet"),
		"",
	].join("\n");
}

function metric(
	name: string,
	type: "counter" | "gauge",
	value: number,
	what: string,
): readonly string[] {
	const full = `alarmpanel_replay_${name}`;
	const [thing] = name.replace("_total", "").split("_");
	return [
		`# HELP ${full} ${thing} ${what}`,
		`# TYPE ${full} ${type}`,
		`${full} ${value}`,
	];
}
