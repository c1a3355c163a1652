import type { Deliver } from "../sms/deliver.ts";
import type { StatusReport } from "../sms/status-report.ts";
import type { PhoneLineFault } from "./phone-line-fault.ts";

/** A phone's answer to a delivery. */
export type DeliveryAnswer =
	| "taken"
	/** The service centre keeps it and tries again, at the latest when the phone is ready. */
	| "memory-full"
	/** Not registered, or the program behind the modem did not acknowledge; tried again too. */
	| "unreachable";

/** What is plugged into a phone line: a modem, or a program in the place of one. */
export interface Subscriber {
	/**
	 * Delivers one TPDU. `answer` may be called at once or later; only its first
	 * call counts, and the next TPDU comes after it. The subscriber may submit
	 * messages in the meantime.
	 */
	deliver(
		tpdu: Deliver | StatusReport,
		answer: (verdict: DeliveryAnswer) => void,
	): void;
	/** The channel gives this end of the line a fault. */
	startFault(fault: PhoneLineFault): void;
}
