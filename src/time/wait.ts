import type { Clock } from "./clock.ts";

/**
 * Waits so many milliseconds of the clock's time, or until the signal aborts,
 * whichever is first. It never rejects; ask the signal which it was.
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
			forgetWish();
			signal?.removeEventListener("abort", end);
			resolve();
		};
		const forgetWish = clock.at(clock.now() + duration, end);
		signal?.addEventListener("abort", end);
	});
}
