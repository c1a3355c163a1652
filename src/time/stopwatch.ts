/** Milliseconds on a clock that is never set; only differences mean anything. */
export function stopwatch(): number {
	return performance.now();
}
