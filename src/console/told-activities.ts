import type { Activity, ActivityFeed } from "../firmware/activity.ts";
import type { PanelState } from "../panel/state/state.ts";
import { instantOf } from "../time/instant.ts";

/** Activities that are kept, the latest. */
const KEPT = 1000;

/** What a server has told of a panel, for those who follow it here. */
export class ToldActivities implements ActivityFeed {
	readonly #kept: Activity[] = [];
	readonly #listeners = new Set<(activity: Activity) => void>();
	readonly #waiting = new Set<() => void>();
	#next: number;

	/** @param next the id of the first that will be told */
	constructor(next: number) {
		this.#next = next;
	}

	get next(): number {
		return this.#next;
	}

	/** The latest; null where none was told. */
	get last(): Activity | null {
		return this.#kept.at(-1) ?? null;
	}

	/** Takes one that comes after all others; one that came before is left out. */
	take(activity: Activity): void {
		if (activity.id < this.#next) return;
		this.#next = activity.id + 1;
		this.#kept.push(activity);
		if (this.#kept.length > KEPT) this.#kept.shift();
		for (const listener of this.#listeners) listener(activity);
		for (const look of [...this.#waiting]) look();
	}

	from(id: number): readonly Activity[] {
		return this.#kept.filter((activity) => activity.id >= id);
	}

	follow(listener: (activity: Activity) => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	/** Resolves when the activity before an id has been told. */
	until(next: number): Promise<void> {
		if (this.#next >= next) return Promise.resolve();
		return new Promise((resolve) => {
			const look = () => {
				if (this.#next < next) return;
				this.#waiting.delete(look);
				resolve();
			};
			this.#waiting.add(look);
		});
	}
}

/**
 * An activity out of the API's JSON (`views/json/activity-json.ts`) with its state.
 * @throws TypeError for what is none
 */
export function toldActivity(json: unknown): Activity {
	if (typeof json !== "object" || json === null) throw strange(json);
	const { id, at, type, state, ...part } = json as Readonly<
		Record<string, unknown>
	>;
	const instant = typeof at === "string" ? instantOf(at) : null;
	if (typeof id !== "number" || instant === null || typeof state !== "object")
		throw strange(json);
	const stamp = { id, at: instant, state: state as PanelState };
	// Its parts are those that `activityJson` wrote.
	const parts: { readonly [T: string]: () => object } = {
		text: () => {
			const { from, text, silence, ...report } = part;
			return { from, text, named: false, silence, report };
		},
		event: () => {
			const { event, ...outcome } = part;
			return { event, outcome };
		},
		sent: () => part,
	};
	const read = typeof type === "string" ? parts[type] : undefined;
	if (read === undefined) throw strange(json);
	return { ...stamp, type, ...read() } as unknown as Activity;
}

function strange(json: unknown): TypeError {
	return new TypeError(
		`this is no activity: ${JSON.stringify(json)?.slice(0, 80)}`,
	);
}
