/** The id of the panel that the server runs on its file. */
export const HOUSE = "house";

/** What the API says of a panel in a list. */
export interface PanelSummary {
	readonly id: string;
	readonly model: string;
	readonly number: string;
	/** How its time passes: a number is so many times as fast as real time. */
	readonly time: "virtual" | "real" | number;
	readonly now: string;
	readonly next: number;
	/** Phone lines of its network, where it has a modem. */
	readonly lines?: readonly unknown[];
	/** Rules of its network, where it was made with a channel. */
	readonly channel?: readonly string[];
	/** Whether it was made to tell of duress. */
	readonly showDuress?: boolean;
	/** Whether requests may do anything to it. */
	readonly control: boolean;
}
