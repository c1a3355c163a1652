/** A modem's line cannot be had. The message is one line: why, and what to do. */
export class ModemLineError extends Error {
	override readonly name = "ModemLineError";
	/** Why, without what to do. */
	readonly reason: string;

	constructor(reason: string, advice: string, cause?: unknown) {
		super(`${reason}; ${advice}`, { cause });
		this.reason = reason;
	}
}
