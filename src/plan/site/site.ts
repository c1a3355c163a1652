import type { Model } from "../../models/model.ts";
import type { Value } from "../../parameters/kind.ts";

/** A part of the configuration: `timers`, or one thing of a list: `users` 3. */
export interface Thing {
	/** Its path, without the number. */
	readonly part: string;
	/** Null where the part is no list. */
	readonly id: number | null;
}

/** `users.3`, `timers` */
export function pathOfThing({ part, id }: Thing): string {
	return id === null ? part : `${part}.${id}`;
}

/** A member of a thing, and what it is to be. */
export interface SiteSetting {
	readonly thing: Thing;
	readonly member: string;
	readonly value: Value;
	/**
	 * How the site writes it, where it does so with references: `${ANNA_PIN}`. Null
	 * where the value itself stands there.
	 */
	readonly reference: string | null;
}

/** `users.3.pin` */
export function pathOfSetting({ thing, member }: SiteSetting): string {
	return `${pathOfThing(thing)}.${member}`;
}

/** What a panel is to be. What is not named in it is never touched. */
export interface Site {
	readonly model: Model;
	/** The panel's phone number; null where the site names none. */
	readonly number: string | null;
	readonly settings: readonly SiteSetting[];
	/** Things that are to go. */
	readonly absent: readonly Thing[];
}
