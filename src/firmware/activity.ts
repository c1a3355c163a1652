import type { PanelEvent } from "../panel/state/event.ts";
import type { Outcome } from "../panel/state/outcome.ts";
import type { PanelState } from "../panel/state/state.ts";
import type { ExchangeReport } from "./answer/exchange-report.ts";
import type { SilenceReason } from "./answer/silence-reason.ts";
import type { Sending } from "./outbox/next.ts";

/**
 * Something that has happened at a panel, told once it is durable. Whoever
 * follows all of them can tell the whole story again.
 */
export type Activity = Stamp & ActivityPart;

/** What every activity has. */
export interface Stamp {
	/** Counts up from 1 while the panel runs. */
	readonly id: number;
	/** Milliseconds since 1970-01-01T00:00:00Z, by the panel's clock. */
	readonly at: number;
	/** What the panel remembers afterwards. */
	readonly state: PanelState;
}

/** What an activity is about. */
export type ActivityPart =
	/** A text came to the panel. */
	| {
			readonly type: "text";
			readonly from: string;
			readonly text: string;
			/** The sender is a name, and is not answered. */
			readonly named: boolean;
			/** What came of it. Codes and PINs are as they are. */
			readonly report: ExchangeReport;
			/** Why the panel was silent; null where it was not. */
			readonly silence: SilenceReason | null;
	  }
	/** Something happened at it; that time passed is an event too. */
	| {
			readonly type: "event";
			readonly event: PanelEvent;
			readonly outcome: Pick<Outcome, "effects" | "refusal">;
	  }
	/** A text left it, or was tried. */
	| {
			readonly type: "sent";
			readonly to: string;
			readonly text: string;
			readonly outcome: Sending;
	  };

/** The latest activities that are kept for whoever comes late. */
const KEPT = 1000;

/** What has happened at a panel, for those who only read it. */
export interface ActivityFeed {
	/** The id that the next activity will have. */
	readonly next: number;
	/** The activities from an id on, oldest first, as far back as they are kept. */
	from(id: number): readonly Activity[];
	/**
	 * Has `listener` called with each activity from now on; it must not throw.
	 * @returns what ends it
	 */
	follow(listener: (activity: Activity) => void): () => void;
}

/** What has happened at a panel, as a stream. */
export class ActivityStream implements ActivityFeed {
	private readonly kept: Activity[] = [];
	private readonly listeners = new Set<(activity: Activity) => void>();
	private last = 0;

	get next(): number {
		return this.last + 1;
	}

	/**
	 * @param at milliseconds since 1970-01-01T00:00:00Z
	 * @param state what the panel remembers afterwards
	 */
	add(at: number, state: PanelState, part: ActivityPart): void {
		this.last += 1;
		const activity: Activity = { id: this.last, at, state, ...part };
		this.kept.push(activity);
		if (this.kept.length > KEPT) this.kept.shift();
		for (const listener of this.listeners) listener(activity);
	}

	from(id: number): readonly Activity[] {
		return this.kept.filter((activity) => activity.id >= id);
	}

	follow(listener: (activity: Activity) => void): () => void {
		this.listeners.add(listener);
		return () => void this.listeners.delete(listener);
	}
}
