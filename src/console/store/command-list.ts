import {
	computed,
	type ReadonlySignal,
	type Signal,
	signal,
} from "@preact/signals";
import type { CommandEntry, MessageDesk } from "../message/message-desk.ts";

/** The commands of a model, as soon as the desk has told them. */
export class CommandList {
	readonly all: ReadonlySignal<readonly CommandEntry[]>;
	/** Those of the model's own language: a plain word is a text of its own. */
	readonly own: ReadonlySignal<readonly CommandEntry[]>;
	/** How each is written, by word: `USRS:user,[pin],[name],[latch]`. */
	readonly forms: ReadonlySignal<ReadonlyMap<string, string>>;
	readonly #all: Signal<readonly CommandEntry[]> = signal([]);
	readonly #dialect: Signal<string> = signal("");

	constructor(desk: MessageDesk, model: string) {
		this.all = this.#all;
		this.forms = computed(
			() => new Map(this.#all.value.map(({ word, usage }) => [word, usage])),
		);
		this.own = computed(() =>
			this.#all.value.filter(({ dialect }) => dialect === this.#dialect.value),
		);
		Promise.all([desk.models(), desk.commands(model)]).then(
			([models, commands]) => {
				const summary = models.find(({ name }) => name === model);
				this.#dialect.value = summary?.dialect ?? "";
				this.#all.value = commands;
			},
			// The page goes on without them: they only help.
			() => {},
		);
	}

	named(word: string): CommandEntry | undefined {
		return this.#all.value.find((command) => command.word === word);
	}
}
