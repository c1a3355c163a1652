import { noPinFault, type StartFault } from "../modem/link/sim.ts";

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

/** A modem's fault as what ends a use of it. */
export function faultError(fault: StartFault): ModemLineError {
	const { reason, advice } = fault;
	const here = fault === noPinFault ? "; here: --pin or ALARMPANEL_PIN" : "";
	return new ModemLineError(reason, advice + here);
}
