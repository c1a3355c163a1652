import type { Deliver } from "../sms/deliver.ts";
import type { StatusReport } from "../sms/status-report.ts";
import type { PhoneLineFault } from "./trouble.ts";

/** What a phone tells the service centre that brings it something. */
export type DeliveryAnswer =
	| "taken"
	/** To be kept and brought again, at the latest when the phone says that it is ready. */
	| "memory-full"
	/** Not registered, or no acknowledgement came from behind the modem; as above. */
	| "unreachable";

/** What is at the end of a phone line: a modem, or a program that stands for phone and modem. */
export interface Subscriber {
	/**
	 * Brings one TPDU; the next comes after the answer, which may come at once
	 * or later, and counts once. May submit in the meantime.
	 */
	deliver(
		tpdu: Deliver | StatusReport,
		answer: (verdict: DeliveryAnswer) => void,
	): void;
	/** Something that the channel does to this end of the line. */
	suffer(trouble: PhoneLineFault): void;
}
