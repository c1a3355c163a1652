import {
	computed,
	effect,
	type ReadonlySignal,
	type Signal,
	signal,
} from "@preact/signals";
import { referencesIn } from "../../plan/site/references.ts";
import { answerTo } from "../message/answer.ts";
import { forgetTicks, keepTicks, keptTicks, type Tick } from "./kept-ticks.ts";
import type {
	PlanOnPage,
	SiteDesk,
	SiteQuestion,
	SiteRefusal,
} from "./site-desk.ts";
import { emptyForm, type FilledForm, siteOfForm } from "./site-form.ts";

/** A file that was opened. */
export interface OpenedSite {
	readonly name: string;
	readonly text: string;
}

/** A site that somebody fills in or opens, its plan, and how far it has been sent. */
export class SiteDraft {
	readonly desk: SiteDesk;
	readonly model: Signal<string>;
	readonly form: Signal<FilledForm> = signal(emptyForm);
	/** Null while the form is filled in instead. */
	readonly file: Signal<OpenedSite | null> = signal(null);
	/** What stands for the references of the file. */
	readonly secrets: Signal<Readonly<Record<string, string>>> = signal({});
	readonly from: Signal<SiteQuestion["from"]>;
	readonly to: Signal<SiteQuestion["to"]>;
	readonly keyword = signal("");
	readonly code = signal("");
	/** The panel's number, as it is typed; kept nowhere. */
	readonly number = signal("");
	/** Names of the references of the file. */
	readonly references: ReadonlySignal<readonly string[]>;
	/** Null where nothing is filled in or opened. */
	readonly question: ReadonlySignal<SiteQuestion | null>;
	readonly answer: ReadonlySignal<PlanOnPage | SiteRefusal | null>;
	/** What came of each message of the plan. */
	readonly ticks: Signal<readonly Tick[]> = signal([]);
	/** How often something was done to the panel that is planned from. */
	readonly #changes = signal(0);
	/** The texts that were ticked, so that one that changes is sent again. */
	#ticked: readonly (string | undefined)[] = [];

	constructor(
		desk: SiteDesk,
		model: string,
		from: SiteQuestion["from"],
		to: SiteQuestion["to"],
	) {
		this.desk = desk;
		this.model = signal(model);
		this.from = signal(from);
		this.to = signal(to);
		this.references = computed(() => referencesIn(this.file.value?.text ?? ""));
		this.question = computed(() => this.#asked());
		this.answer = answerTo(() => {
			const question = this.question.value;
			this.#changes.value;
			return question === null ? null : desk.plan(question);
		});
		let digest = "";
		effect(() => {
			const answer = this.answer.value;
			if (answer?.ok !== true) return;
			const { texts } = answer;
			if (answer.digest !== digest) {
				digest = answer.digest;
				this.#ticked = [];
				this.ticks.value = keptTicks(digest, texts.length);
				if (answer.number !== null) this.number.value = answer.number;
				return;
			}
			// The same messages with another secret are to be sent again.
			const ticks = this.ticks.peek();
			const still = ticks.map((tick, at) => {
				const text = this.#ticked[at];
				return text === undefined || text === texts[at] ? tick : null;
			});
			if (still.some((tick, at) => tick !== ticks[at])) this.#keep(still);
		});
	}

	/** Plans anew, where something was done to the panel. */
	again(): void {
		this.#changes.value += 1;
	}

	/** Says what came of a message. */
	tick(at: number, tick: Tick): void {
		const answer = this.answer.value;
		if (answer?.ok !== true) return;
		this.#ticked = answer.texts.map((text, each) =>
			each === at ? text : this.#ticked[each],
		);
		this.#keep(this.ticks.value.with(at, tick));
	}

	/** Removes all that was typed, opened and ticked. */
	forget(): void {
		forgetTicks();
		this.#ticked = [];
		this.ticks.value = this.ticks.value.map(() => null);
		this.form.value = emptyForm;
		this.file.value = null;
		this.secrets.value = {};
		this.keyword.value = "";
		this.code.value = "";
		this.number.value = "";
	}

	#keep(ticks: readonly Tick[]): void {
		this.ticks.value = ticks;
		const answer = this.answer.peek();
		if (answer?.ok === true) keepTicks(answer.digest, ticks);
	}

	#asked(): SiteQuestion | null {
		const model = this.model.value;
		const file = this.file.value;
		const filled =
			file === null
				? siteOfForm(this.form.value, model)
				: { site: file.text, secrets: given(this.secrets.value) };
		if (filled === null || filled.site.trim() === "") return null;
		return {
			...filled,
			model,
			from: this.from.value,
			to: this.to.value,
			keyword: this.keyword.value,
			code: this.code.value,
		};
	}
}

/** Secrets that were typed; one that is empty is not there yet. */
function given(
	secrets: Readonly<Record<string, string>>,
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(secrets).filter(([, value]) => value !== ""),
	);
}
