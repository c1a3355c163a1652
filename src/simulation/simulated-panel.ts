import type { PanelState } from "../panel/state/state.ts";
import type {
	PanelClock,
	PanelHandle,
	Passed,
	Stepped,
} from "./panel-handle.ts";

/** A session as a conversation, with PINs and codes as they are. */
export interface RecordedSession {
	/** A transcript, for a file `ID.smst`. */
	readonly transcript: string;
	/**
	 * What the panel remembered at the start, which the transcript expects in a file
	 * `ID-config.json` beside it; null where it came from the factory.
	 */
	readonly config: PanelState | null;
}

/** A panel in virtual time: nothing happens to it but what its holder does. */
export interface SimulatedPanel extends PanelHandle {
	readonly clock: Extract<PanelClock, { readonly kind: "virtual" }>;
	/** As `clock.now`. */
	readonly now: Date;
	/** When something happens by itself next; null for never. */
	readonly next: Date | null;
	/**
	 * As `clock.advance`.
	 * @param others called between what happens at two instants, so that others have
	 *   their turn where much happens
	 */
	advance(
		until: string | number | Date,
		others?: () => Promise<void>,
	): Promise<Passed>;
	/** As `step`, by the name that it had first. */
	happens(step: string): Promise<Stepped>;
	/** What the network does to messages; null where every message arrives at once. */
	readonly channel: SimulatedChannel | null;
	/**
	 * All that was done through this handle, as a conversation that holds when it is
	 * replayed.
	 * @param id of the conversation
	 * @param options.showDuress false records a step under duress with the user's own
	 *   PIN and leaves out what raises a silent alarm; such a session has another
	 *   digest than the panel
	 * @throws TypeError for an id that is no text
	 * @throws RangeError for a session that is too long for one, and for an option that
	 *   there is not
	 */
	record(
		id: string,
		options?: { readonly showDuress?: boolean },
	): RecordedSession;
}

/** The rules of a panel's network, as `"loss 10%"`. */
export interface SimulatedChannel {
	readonly rules: readonly string[];
	readonly seed: number;
	/**
	 * Puts other rules in their place.
	 * @throws TypeError for what is no list of texts
	 * @throws RangeError for what is no rule; then the old ones stay
	 */
	replace(rules: readonly string[]): void;
}
