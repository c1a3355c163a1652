/** Lets everything that is ready in this process go on first. */
export function immediately(): Promise<void> {
	return new Promise((resolve) => void setImmediate(resolve));
}
