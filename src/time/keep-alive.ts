/** The longest interval that setInterval takes: 24 days. */
const LONGEST = 2 ** 31 - 1;

/**
 * Keeps the process alive while it waits for something that does not: the
 * system clock's wakeups do not.
 * @returns a function that lets it end again
 */
export function keepAlive(): () => void {
	const timer = setInterval(() => {}, LONGEST);
	return () => clearInterval(timer);
}
