import type { Report } from "../panel/state/runtime.ts";

/** A report as a receiver gets it. */
export interface ReceiverReport
	extends Pick<Report, "id" | "at" | "event" | "qualifier" | "subject"> {
	/** Which list of Contact ID codes is used. */
	readonly codes: "climax" | "general";
	/** The name of the zone; "" where there is none. */
	readonly name: string;
}

/** What a receiver made of a report. */
export type ReportReception =
	| {
			readonly reached: true;
			readonly answer: "ACK" | "RSP";
			/** From the last try's first octet to its answer. */
			readonly milliseconds: number;
	  }
	| {
			readonly reached: false;
			readonly why: NotReceived;
			/** One line for people, without secrets. */
			readonly message: string;
	  };

/** Why a report was not taken; `closed` says that this end gave up. */
export type NotReceived =
	| "no-connection"
	| "no-answer"
	| "refused-nak"
	| "refused-duh"
	| "closed";

/** The receiving end of a destination. */
export interface Receiver {
	/** Sends a report and waits for the answer, one after the other. It never rejects. */
	send(report: ReceiverReport): Promise<ReportReception>;
	/** Gives up what is under way, and lets go of the connection. */
	close(): Promise<void>;
}
