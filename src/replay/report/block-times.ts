/** How long the conversations of a block took. Plain data. */
export interface BlockTimes {
	/** All of them, in milliseconds. */
	readonly took: number;
	/** The slowest, slowest first; a few. */
	readonly slowest: readonly SlowConversation[];
}

export interface SlowConversation {
	readonly id: string;
	readonly file: string;
	readonly line: number;
	/** Milliseconds. */
	readonly took: number;
}

/** So many are told. */
const KEPT = 10;

/** Keeps the slowest conversations. */
export class Slowest {
	private kept: SlowConversation[] = [];
	/** What takes no longer is not kept. */
	floor = 0;

	add(one: SlowConversation): void {
		if (one.took <= this.floor) return;
		this.kept.push(one);
		this.kept.sort((a, b) => b.took - a.took);
		if (this.kept.length < KEPT) return;
		this.kept.length = KEPT;
		this.floor = this.kept[KEPT - 1]?.took ?? 0;
	}

	get list(): readonly SlowConversation[] {
		return [...this.kept];
	}
}
