import {
	batch,
	computed,
	effect,
	type ReadonlySignal,
	type Signal,
	signal,
} from "@preact/signals";
import { messageOf } from "../../error-message.ts";
import type { Activity } from "../../firmware/activity.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { type PanelStatus, statusOf } from "../../panel/status.ts";
import type { Stepped } from "../../simulation/panel-handle.ts";
import type { PagePanel } from "../page-panel.ts";
import { PageView } from "./page-view.ts";
import type { UnderwayText } from "./thread.ts";
import { isToldOf } from "./told-text.ts";

/** What the panes show: the panel now, or as it was at a moment. */
export interface Shown {
	readonly state: PanelState;
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly at: number;
	/** Whether it is the past that is shown. */
	readonly isPast: boolean;
}

/** Activities that the page keeps, the latest. */
const KEPT = 2000;

/**
 * One panel, as signals for the panes. All that it holds came from the panel; the
 * page can be closed at any instant. What it adds is only what is looked at: the
 * phone, the moment.
 */
export class ConsoleStore {
	readonly panel: PagePanel;
	/** What the panel remembered when the page got hold of it, and when that was. */
	readonly beginning: PanelState;
	readonly start: number;
	/** What has happened, oldest first, as far as it is kept. */
	readonly activities: ReadonlySignal<readonly Activity[]>;
	/** Texts that a phone sent from here and that have not come to the panel. */
	readonly underway: ReadonlySignal<readonly UnderwayText[]>;
	/** The panel's time, in milliseconds since 1970-01-01T00:00:00Z. */
	readonly now: ReadonlySignal<number>;
	/** The id of the activity after which the panel is looked at; null for now. */
	readonly moment: Signal<number | null> = signal(null);
	readonly shown: ReadonlySignal<Shown>;
	readonly status: ReadonlySignal<PanelStatus>;
	/** The phone whose thread is looked at, and which texts. */
	readonly phone: Signal<string>;
	/** Numbers of all phones that texted, got a text or were added, and of listed people. */
	readonly phones: ReadonlySignal<readonly string[]>;
	/** What went wrong with the last thing that was tried; null for nothing. */
	readonly complaint: ReadonlySignal<string | null>;
	/** When something happens by itself next, in milliseconds since 1970; null for never. */
	readonly next: ReadonlySignal<number | null>;
	/** A text that waits in the composer. */
	readonly draft: Signal<string>;

	readonly #activities: Signal<readonly Activity[]>;
	readonly #addedPhones: Signal<readonly string[]>;
	readonly #underway: Signal<readonly UnderwayText[]> = signal([]);
	readonly #now: Signal<number>;
	readonly #complaint: Signal<string | null> = signal(null);
	readonly #end: () => void;

	constructor(panel: PagePanel, view = new PageView()) {
		this.panel = panel;
		this.phone = view.phone;
		this.draft = view.draft;
		this.#addedPhones = view.phones;
		this.beginning = panel.snapshot();
		this.start = panel.activity.from(0).at(0)?.at ?? panel.clock.now.getTime();
		let feed = panel.activity;
		this.#activities = signal(feed.from(0));
		this.#now = signal(panel.clock.now.getTime());
		this.activities = this.#activities;
		this.underway = computed(() =>
			this.#underway.value.map((each) => ({
				...each,
				text: panel.toldText(each.from, each.text),
			})),
		);
		this.now = this.#now;
		this.complaint = this.#complaint;
		this.shown = computed(() => this.#shownNow());
		this.phones = computed(() => [
			...new Set([
				...this.#addedPhones.value,
				...peopleIn(this.shown.value.state),
				...this.#activities.value.flatMap(phoneOf),
			]),
		]);
		this.status = computed(() => {
			const { state, at } = this.shown.value;
			return statusOf(state, at);
		});
		this.next = computed(() => {
			// What is due goes with what has happened and what is told, and with the time.
			this.#activities.value;
			this.#underway.value;
			this.#now.value;
			return panel.next?.getTime() ?? null;
		});
		// Which feed it is goes by whether duress is told.
		this.#end = effect(() => {
			const { activity } = panel;
			if (activity !== feed) {
				this.#activities.value = activity.from(0);
				// Activities of another feed have other ids.
				this.moment.value = null;
			}
			feed = activity;
			return activity.follow((each) => this.#take(each));
		});
	}

	/** Lets go of the panel. */
	close(): void {
		this.#end();
	}

	/** Adds a phone that can text from now on. */
	addPhone(number: string): void {
		this.#addedPhones.value = [...this.#addedPhones.value, number];
	}

	/**
	 * Texts the panel from the phone that is looked at.
	 * @returns whether that went well
	 */
	async text(text: string): Promise<boolean> {
		const from = this.phone.value;
		const { next } = this.panel.activity;
		const at = this.now.value;
		const sent = await this.#tried(async () => {
			await this.panel.text(text, { from });
			return true;
		});
		if (sent === null) return false;
		if (!this.#came(next, from, text))
			this.#underway.value = [...this.#underway.value, { from, text, at }];
		return true;
	}

	/** Makes something happen at the panel; null where that failed. */
	async step(step: string): Promise<Stepped | null> {
		return await this.#tried(() => this.panel.step(step));
	}

	/** Lets time pass, where the panel's time is virtual. */
	async advance(until: string | number | Date): Promise<void> {
		const { clock } = this.panel;
		if (clock.kind === "virtual")
			await this.#unless(() => clock.advance(until));
	}

	/** Does something to the panel; what goes wrong is shown, and the answer is null. */
	async attempt<T>(work: () => Promise<T>): Promise<T | null> {
		return await this.#tried(work);
	}

	/** Reads the panel's clock. */
	tick(): void {
		this.#now.value = this.panel.clock.now.getTime();
	}

	async #tried<T>(work: () => Promise<T>): Promise<T | null> {
		this.#complaint.value = null;
		return await this.#unless(work);
	}

	/** A clock that runs takes no complaint back. */
	async #unless<T>(work: () => Promise<T>): Promise<T | null> {
		try {
			const outcome = await work();
			this.tick();
			return outcome;
		} catch (error) {
			this.#complaint.value = messageOf(error);
			return null;
		}
	}

	#take(activity: Activity): void {
		batch(() => {
			this.#activities.value = [...this.#activities.value, activity].slice(
				-KEPT,
			);
			this.#now.value = Math.max(this.#now.value, activity.at);
			if (activity.type === "text") this.#arrived(activity.from, activity.text);
		});
	}

	#arrived(from: string, text: string): void {
		const waiting = this.#underway.value;
		const found = (isIt: (sent: string) => boolean) =>
			waiting.findIndex((each) => each.from === from && isIt(each.text));
		const exact = found((sent) => sent === text);
		const at = exact === -1 ? found((sent) => isToldOf(text, sent)) : exact;
		if (at !== -1) this.#underway.value = waiting.toSpliced(at, 1);
	}

	#came(since: number, from: string, text: string): boolean {
		return this.panel.activity
			.from(since)
			.some(
				(each) =>
					each.type === "text" &&
					each.from === from &&
					isToldOf(each.text, text),
			);
	}

	#shownNow(): Shown {
		const all = this.#activities.value;
		const moment = this.moment.value;
		const pinned =
			moment === null ? undefined : all.find(({ id }) => id === moment);
		if (pinned !== undefined)
			return { state: pinned.state, at: pinned.at, isPast: true };
		const state = all.at(-1)?.state ?? this.beginning;
		return { state, at: this.#now.value, isPast: false };
	}
}

function phoneOf(activity: Activity): readonly string[] {
	if (activity.type === "text") return [activity.from];
	return activity.type === "sent" ? [activity.to] : [];
}

function peopleIn({ remote }: PanelState): readonly string[] {
	return remote.people.flatMap(({ numbers }) => numbers);
}
