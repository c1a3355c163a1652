/** Longer than any process waits; setInterval takes no more. */
const LONGEST = 2 ** 31 - 1;

/**
 * Keeps the process from ending while something is awaited that keeps nothing
 * open: the system clock's wishes do not.
 * @returns a function that lets it end again
 */
export function keepAlive(): () => void {
	const timer = setInterval(() => {}, LONGEST);
	return () => clearInterval(timer);
}
