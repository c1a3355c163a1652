import type { Limit } from "./limit.ts";

/** A standard's limits on the settings of a panel; `config check` reports breaches. */
export interface Profile {
	/** As the command line calls it: `cp-01`. */
	readonly name: string;
	readonly title: string;
	readonly limits: readonly Limit[];
	/** What the standard asks for and no setting of the panel can give. */
	readonly beyond: readonly Beyond[];
}

export interface Beyond {
	/** The path where one would look for the setting. */
	readonly path: string;
	/** What the panel has or does, as half a sentence. */
	readonly has: string;
	/** What is asked for, as an object of that verb. */
	readonly asked: string;
	readonly source: string;
}
