/** What is said of a thing that was thrown: an error's message, or the thing as text. */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
