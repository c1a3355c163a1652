/** Thrown where a run was cancelled. */
export class CancelledError extends Error {
	override readonly name = "CancelledError";
}
