/** Resolves when everything else that is ready in the process has had its turn. */
export function turn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
