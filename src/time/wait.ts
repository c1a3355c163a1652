import type { Clock } from "./clock.ts";

/**
 * Waits until `duration` milliseconds of the clock's time have passed or the
 * signal aborts. It never rejects; the signal says which of the two it was.
 */
export function wait(
	clock: Clock,
	duration: number,
	signal?: AbortSignal,
): Promise<void> {
	return new Promise((resolve) => {
		if (signal?.aborted) {
			resolve();
			return;
		}
		const end = () => {
			cancel();
			signal?.removeEventListener("abort", end);
			resolve();
		};
		const cancel = clock.at(clock.now() + duration, end);
		signal?.addEventListener("abort", end);
	});
}
