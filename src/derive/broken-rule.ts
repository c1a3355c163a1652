/** A rule of the panel that a document breaks. */
export interface BrokenRule {
	/** Keys from the root; things in lists by their id. */
	readonly path: readonly string[];
	readonly rule: string;
}
