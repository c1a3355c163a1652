/**
 * What became of something that was to leave the panel: it went out, it did not, or it
 * is in doubt. What is in doubt was handed to the modem, which never told what came of
 * it.
 */
export type Leave =
	| {
			readonly type: "report-sent" | "report-failed" | "report-in-doubt";
			readonly report: number;
			readonly destination: number;
			/** Whether the modem told it. */
			readonly bySms?: boolean | undefined;
	  }
	/** One that failed never goes. */
	| {
			readonly type: "notice-sent" | "notice-failed" | "notice-in-doubt";
			readonly notice: number;
	  }
	/** A text of the outbox; one that failed never goes. */
	| {
			readonly type: "text-sent" | "text-failed" | "text-in-doubt";
			readonly id: number;
	  };

/** What is texted back; it waits in the panel until it has left. */
export interface OutgoingText {
	readonly id: number;
	readonly to: string;
	readonly text: string;
	/** When it was true, where it says so when it leaves late. */
	readonly at?: number | undefined;
	/** Left out as long as it was not handed over in vain. */
	readonly doubt?: Doubt | undefined;
}

/**
 * Something was handed to the modem, and what came of it was never told: it may have
 * arrived. It is sent again after a pause that grows.
 */
export interface Doubt {
	/** How often that was so. */
	readonly tries: number;
	/** Before this it is not sent again. */
	readonly due: number;
}

export interface ReportDoubt extends Doubt {
	/** Number of the destination. */
	readonly destination: number;
}
