import type { Signal } from "@preact/signals";
import { systemClock } from "../time/system-clock.ts";
import { SECOND } from "../time/units.ts";
import { wait } from "../time/wait.ts";
import { type ApiLink, answerIn } from "./api-link.ts";
import type { PanelSummary } from "./panel-summary.ts";
import { type ToldActivities, toldActivity } from "./told-activities.ts";

/** Milliseconds until a server that does not answer is asked again. */
const PAUSE = 2 * SECOND;

/** What was told before says nothing of what is told now. */
class Outdated extends Error {}

/** Reads what a server tells of a panel, and goes on where the stream broke off. */
export class ActivityOverHttp {
	readonly #link: ApiLink;
	readonly #path: string;
	readonly #activity: ToldActivities;
	readonly #isConnected: Signal<boolean>;

	/**
	 * @param path of the panel
	 * @param activity takes what is told
	 * @param isConnected is kept right: whether the server answers
	 */
	constructor(
		link: ApiLink,
		path: string,
		activity: ToldActivities,
		isConnected: Signal<boolean>,
	) {
		this.#link = link;
		this.#path = path;
		this.#activity = activity;
		this.#isConnected = isConnected;
	}

	/**
	 * Reads until the signal ends it.
	 * @param onOutdated called once when what was told cannot go on; then it ends as well
	 */
	async follow(signal: AbortSignal, onOutdated: () => void): Promise<void> {
		for (let isFirst = true; !signal.aborted; isFirst = false) {
			try {
				if (!isFirst && !(await this.#goesOn())) throw new Outdated();
				await this.#read(signal);
			} catch (error) {
				// A server that is away comes back; a page that is closed ends here.
				if (error instanceof Outdated && !signal.aborted) {
					this.#isConnected.value = false;
					onOutdated();
					return;
				}
			}
			if (signal.aborted) return;
			this.#isConnected.value = false;
			await wait(systemClock, PAUSE, signal);
		}
	}

	/** Whether the server has what it told last. */
	async #goesOn(): Promise<boolean> {
		const reply = await this.#link.ask(this.#path);
		if (reply.status === 404) return false;
		const { next } = answerIn<PanelSummary>(reply);
		const { last } = this.#activity;
		return last !== null && next > last.id;
	}

	/**
	 * The last activity is asked for once more: one that was started anew gives the
	 * same number to something else.
	 */
	async #read(signal: AbortSignal): Promise<void> {
		let { last } = this.#activity;
		const since = last?.id ?? this.#activity.next;
		const asked = `${this.#path}/activity?state=yes&since=${since}`;
		const events = await this.#link.events(asked, signal);
		if (last === null) this.#isConnected.value = true;
		for await (const { type, data } of events) {
			if (type === "gap") {
				if (last !== null) throw new Outdated();
				continue;
			}
			const told = toldActivity(JSON.parse(data));
			if (last !== null && (told.id !== last.id || told.at !== last.at))
				throw new Outdated();
			last = null;
			this.#isConnected.value = true;
			this.#activity.take(told);
		}
	}
}
